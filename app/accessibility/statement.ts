import * as z from "zod";
import statement from "./statement.json";

const Text = z.strictObject({ sv: z.string(), en: z.string() });
const Flaw = z.strictObject({ criterion: z.string(), what: Text, why: Text, instead: Text });

/** `burdens`: what is claimed to be an unreasonable burden (12 §). `outside`: content that the law does not cover (9 §). */
const Statement = z.strictObject({
  assessedOn: z.iso.date(),
  updatedOn: z.iso.date(),
  flaws: z.array(Flaw),
  burdens: z.array(z.strictObject({ what: Text, why: Text })),
  outside: z.array(Text),
});
export type Statement = z.infer<typeof Statement>;

/** The portal's own account of where it falls short of EN 301 549; the municipality adds what it knows. */
export const ownStatement: Statement = Statement.parse(statement);

/** The law's three words for how well it conforms; flaws named one by one make it "partly". */
export function conformityOf({ flaws }: Pick<Statement, "flaws">): "fully" | "partly" {
  return flaws.length === 0 ? "fully" : "partly";
}
