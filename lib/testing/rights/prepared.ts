import { and, eq } from "drizzle-orm";
import { disruptions } from "@/db/schema/disruptions";
import { guides } from "@/db/schema/guides";
import { inboundMails, mutedAddresses } from "@/db/schema/intake";
import { webhooks } from "@/db/schema/webhooks";
import { inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { prepareBulk } from "@/lib/desk/prepare-bulk";
import { runBulk } from "@/lib/desk/run-bulk";
import { saveAnswer } from "@/lib/desk/save-answer";
import { saveChecklist } from "@/lib/desk/save-checklist";
import { saveView } from "@/lib/desk/save-view";
import { declareDisruption } from "@/lib/disruptions/declare-disruption";
import { markSignificant } from "@/lib/disruptions/mark-significant";
import { publishGuide } from "@/lib/guides/publish-guide";
import { saveGuide } from "@/lib/guides/save-guide";
import { storeMail } from "@/lib/intake/store-mail";
import { addMember } from "@/lib/tickets/add-member";
import { addQueue } from "@/lib/tickets/add-queue";
import { addWebhook } from "@/lib/webhooks/add-webhook";
import { arrive, mailOf } from "../mails";
import { faultIn } from "../tickets";
import type { World } from "../world";

/** Nobody listens there: a trial is refused at once. */
export const hook = {
  url: "http://127.0.0.1:9/hook",
  events: ["tickets.opened" as const],
  includesConfidential: false,
};

export const checklist = {
  slug: "rights",
  name: "Innan du löser",
  category: null,
  items: [{ key: "asked", text: "Frågat användaren", isRequired: false }],
  holdsBack: false,
};

export const words = { sv: "Vi vet att det är nere.", en: "We know that it is down." };
export const never = { day: "", time: "" };

/** What the acts are tried on beside tickets: ids in the two organisations, "first" being whose own they are. */
export type Prepared = Awaited<ReturnType<typeof prepareIn>>;

export const prepared: { own?: Prepared; elsewhere?: Prepared } = {};

/** What stands in the world; before it is prepared there is nothing to act on. */
export function the(place: "own" | "elsewhere"): Prepared {
  const found = prepared[place];
  if (!found) throw new Error("nothing is prepared");
  return found;
}

export async function prepareIn(world: World) {
  const [first, lead] = [await world.as("first"), await world.as("lead")];
  const answer = { name: "Hälsning", sv: "Hej {first_name}, vi tittar på det.", isShared: false };
  await saveChecklist(lead, checklist);
  await saveChecklist(lead, { ...checklist, slug: `of-${world.slug}` });
  return {
    ...(await queueIn(world)),
    ownChecklist: `of-${world.slug}`,
    webhook: await pausedReceiver(world),
    view: (await saveView(first, { name: "Min vy", query: "", columns: [] })).id,
    ...(await runsOf(world)),
    ownAnswer: (await saveAnswer(first, answer)).id,
    sharedAnswer: (await saveAnswer(lead, { ...answer, isShared: true })).id,
    ...(await disruptionsIn(world)),
    ...(await guidesIn(world)),
    ...(await mailsIn(world)),
  };
}

/** A queue that this world alone has, with a member who is not its last. */
async function queueIn(world: World) {
  const lead = await world.as("lead");
  const { slug: queue } = await addQueue(lead, { name: `Kö ${world.slug}`, line: 2 });
  const [stays, member, newMember] = [
    await idIn(world, "lead"),
    await idIn(world, "third"),
    await idIn(world, "orderer"),
  ];
  for (const person of [stays, member]) await addMember(lead, { queue, person });
  return { queue, member, newMember };
}

async function idIn(world: World, who: string): Promise<string> {
  const { actor } = await world.as(who);
  return actor.kind === "person" ? actor.personId : "";
}

async function pausedReceiver(world: World): Promise<string> {
  const admin = await world.as("admin");
  const { id } = await addWebhook(admin, hook);
  await inTransaction(admin, (tx) => tx.update(webhooks).set({ pausedAt: admin.now }).where(eq(webhooks.id, id)));
  return id;
}

/** One of first's runs that waits to begin, and one that is done and can be given back. */
async function runsOf(world: World) {
  const first = await world.as("first");
  const prepare = async () => {
    const references = [await faultIn(world)];
    const assign = { act: "assign" as const, references, from: "", input: { assignee: `first@${world.slug}.example` } };
    return (await prepareBulk(first, assign)).id;
  };
  const [preparedRun, doneRun] = [await prepare(), await prepare()];
  await runBulk(first, { id: doneRun });
  return { preparedRun, doneRun };
}

async function disruptionsIn(world: World) {
  const lead = await world.as("lead");
  const said = { title: words, affected: words, meanwhile: words, categories: [], services: [], nextUpdate: never };
  const disruption = (await declareDisruption(lead, said)).id;
  const significant = (await declareDisruption(lead, said)).id;
  await markSignificant(lead, { id: significant, version: 1, aware: never });
  const rows = await read(lead, (tx) =>
    tx.select({ id: disruptions.id, version: disruptions.version }).from(disruptions),
  );
  return { disruption, significant, disruptionVersion: rows.find(({ id }) => id === disruption)?.version ?? 0 };
}

/** `draft`: published, with a draft of its next edition. `twice`: published twice. `internal`: the agents' own. */
async function guidesIn(world: World) {
  const lead = await world.as("lead");
  const at = async (slug: string) => {
    const isIt = and(eq(guides.organisationId, lead.organisation.id), eq(guides.slug, slug));
    const [row] = await read(lead, (tx) => tx.select({ version: guides.version }).from(guides).where(isIt));
    return { slug, version: row?.version ?? 0 };
  };
  const publish = async (slug: string) => void (await publishGuide(lead, await at(slug)));
  const begun = async (name: string, audience: "public" | "internal" = "public") => {
    const { slug } = await saveGuide(lead, guideOf(`${name} ${world.slug}`, audience));
    await publish(slug);
    return slug;
  };
  const again = async (slug: string) => {
    await saveGuide(lead, { ...guideOf(`${slug} igen`), ...(await at(slug)) });
  };
  const [draft, twice] = [await begun("Byt lösenord"), await begun("Synka kalendern")];
  const internalGuide = (await at(await begun("Byt batteri", "internal"))).slug;
  await again(draft);
  await again(twice);
  await publish(twice);
  return { draftGuide: await at(draft), twiceGuide: await at(twice), internalGuide };
}

export const guideOf = (title: string, audience: "public" | "internal" = "public") => {
  const [summary, body] = ["Så här gör du, steg för steg.", "Öppna inställningarna och välj konto."];
  return {
    audience,
    categories: [],
    title: { sv: title },
    summary: { sv: summary },
    body: { sv: body },
    reviewOn: "2027-06-01",
  };
};

/** One in quarantine, one that is stored and not yet judged, and an address that sends letters back. */
async function mailsIn(world: World) {
  const portal = world.portal();
  const from = `okand@${world.slug}.elsewhere.example`;
  await arrive(world, mailOf({ from, subject: "Autosvar: borta", body: "Frånvaro." }));
  const [mail] = await read(portal, (tx) => tx.select().from(inboundMails).where(eq(inboundMails.sender, from)));
  if (mail?.outcome !== "quarantined") throw new Error("the mail was not put in quarantine");
  const mailbox = `servicedesk@${world.slug}.example`;
  const storedMail = await storeMail(portal, { mailbox, raw: mailOf({ from, body: "Skrivaren står." }) });
  const muted = { id: newId(), organisationId: portal.organisation.id, address: from };
  await inTransaction(portal, (tx) =>
    tx.insert(mutedAddresses).values({ ...muted, because: "No such user", mutedAt: portal.now }),
  );
  return { mail: mail.id, storedMail, mutedAddress: muted.id, mailbox };
}
