import { setTimeout as sleep } from "node:timers/promises";
import type { Organisation } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import { listOrganisations } from "@/lib/people/organisations";
import { fetchMail } from "./fetch-mail";
import { portalContext } from "./portal-context";

const everyMs = 10_000;
/** A stop does not wait for a mail server that does not answer: what it was about to take stays there. */
const graceMs = 2_000;

/** Fetches every organisation's mail every ten seconds, apart from the timetable: a mail server that hangs holds up nothing else. */
export function startMailRounds(): () => Promise<void> {
  const stopping = new AbortController();
  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      await round();
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await Promise.race([rounds, sleep(graceMs, undefined, { ref: false })]);
  };
}

async function round(): Promise<void> {
  try {
    await Promise.all((await listOrganisations()).map(fetchFor));
  } catch (fault) {
    log().error({ err: fault }, "mail could not be fetched; the next round tries again");
  }
}

/** The canary tells people; the log tells why. */
async function fetchFor(organisation: Organisation): Promise<void> {
  try {
    await fetchMail(portalContext(organisation, newId()));
  } catch (fault) {
    log().warn({ err: fault, organisation: organisation.slug }, "a mailbox could not be emptied");
  }
}
