import { close, staticChecks, sum, unitTests } from "./checks";

/** What needs servers of its own, kills workers or takes long waits for `npm test`. */
const slow = ["**/contract.test.ts", "**/*.kill.test.ts", "**/*.slow.test.ts"];

close(sum([await staticChecks(), await unitTests([], slow)]));
