import { browserTests, close, staticChecks, sum, unitTests } from "./checks";

close(sum([await staticChecks(), await unitTests(), await browserTests()]));
