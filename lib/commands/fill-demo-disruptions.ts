import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { persons, units } from "@/db/schema/people";
import type { Context, Organisation } from "@/lib/base/context";
import { declareDisruption } from "@/lib/disruptions/declare-disruption";
import { endDisruption } from "@/lib/disruptions/end-disruption";
import { followDisruption } from "@/lib/disruptions/follow-disruption";
import { momentOf } from "@/lib/disruptions/local-moment";
import { DeclareDisruption } from "@/lib/disruptions/schema";
import { updateDisruption } from "@/lib/disruptions/update-disruption";
import { actorColumns, actorOf } from "@/lib/people/actor";

const hourMs = 3_600_000;

type As = (who: string, hoursAgo: number) => Promise<Context>;

/** One that goes on in Linderås, one that ended the day before in Åminne, by the same verbs as everyone's. */
export async function fillDemoDisruptions(tx: Tx, organisation: Organisation, like: string, now: Date): Promise<void> {
  const as: As = async (who, hoursAgo) => {
    const at = new Date(now.getTime() - hoursAgo * hourMs);
    const isWho = eq(persons.email, `${who}@${organisation.slug}.example`);
    const [row] = await tx
      .select(actorColumns(organisation, at))
      .from(persons)
      .innerJoin(units, eq(units.id, persons.unitId))
      .where(and(eq(persons.organisationId, organisation.id), isWho));
    if (!row) throw new Error(`the demo has no ${who}`);
    return { organisation, actor: actorOf(row, at), now: at, language: "sv", request: "demo", tx };
  };
  if (like === "linderas") await goingOn(as, now);
  else await ended(as);
}

async function goingOn(as: As, now: Date): Promise<void> {
  const first = await as("first", 2);
  const { id } = await declareDisruption(
    first,
    DeclareDisruption.parse({
      title: { sv: "E-post hämtas inte på iPad", en: "Mail does not arrive on iPads" },
      affected: { sv: "Alla med iPad Personlig i hela kommunen.", en: "Everyone with an iPad Personlig." },
      meanwhile: {
        sv: "Läs din e-post på webben eller på datorn. Ta inte bort kontot på iPaden.",
        en: "Read your mail on the web or on your computer. Do not remove the account on the iPad.",
      },
      ...{ categories: ["ipad/sync"], services: ["ipad"] },
    }),
  );
  for (const who of ["staff", "staff2", "manager2"]) await followDisruption(await as(who, 1.5), { id });
  const nextUpdate = momentOf(new Date(now.getTime() + 48 * hourMs), first.organisation.timeZone);
  const text = {
    sv: "Felet sitter i kopplingen till e-posten. Vi byter ut den i natt.",
    en: "The fault is in the connection to the mail system. We replace it tonight.",
  };
  await updateDisruption(await as("lead", 1), { id, version: 1, text, nextUpdate });
}

async function ended(as: As): Promise<void> {
  const { id } = await declareDisruption(
    await as("second", 40),
    DeclareDisruption.parse({
      title: { sv: "Nätet Kommun låg nere på Björkskolan", en: "The network Kommun was down at Björkskolan" },
      affected: { sv: "Alla på Björkskolan, både Publik och Personlig.", en: "Everyone at Björkskolan." },
      meanwhile: { sv: "Använd mobilnätet om du har det.", en: "Use the mobile network if you have it." },
      categories: ["network/wifi"],
    }),
  );
  await followDisruption(await as("orderer", 39), { id });
  const text = {
    sv: "En växel i källaren hade gått sönder. Den är utbytt.",
    en: "A switch in the basement had broken. It is replaced.",
  };
  await endDisruption(await as("second", 36), { id, version: 1, text, tellsFollowers: false, key: "demo" });
}
