import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { env } from "@/lib/base/env";
import { Invalid, RuleBroken } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import type { SlaAnswer } from "@/lib/sla/answer-case";
import { answerFile } from "@/lib/sla/answer-file";
import type { Calendar } from "@/lib/sla/schema";
import { failClearly, failOf } from "./fail-clearly";

/** `npm run sla < cases.json`: the working-time calculator. Nothing reaches stdout before every case has its answer. */
try {
  await print(await answerFile(await text(process.stdin), namedCalendar));
  process.exit(0);
} catch (error) {
  if (!(error instanceof Invalid)) failOf(error);
  const sentences = error.fields.map(({ path, key, values }) => {
    const sentence = translator("en")(key, values).replace(/\s+/g, " ");
    return path === "" ? sentence : `${path}: ${sentence}`;
  });
  failClearly(sentences.join("\n"));
}

/** Only a calendar that is asked for by name needs the portal's database, running or not. */
async function namedCalendar(organisation: string, calendar: string): Promise<Calendar> {
  const close = await openDatabase();
  try {
    return await (await import("@/lib/calendars/named-calendar")).namedCalendar(organisation, calendar);
  } finally {
    await close();
  }
}

async function openDatabase(): Promise<() => Promise<void>> {
  const { closeDatabase } = await import("@/db/client");
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return closeDatabase;
  // Asking must not leave a database behind where there was none.
  if (!existsSync(DATA_DIR)) throw new RuleBroken("sla.noDatabase");
  const { startEmbedded } = await import("@/db/embedded");
  const embedded = await startEmbedded(DATA_DIR);
  process.env.DATABASE_URL = embedded.url;
  return async () => {
    await closeDatabase();
    await embedded.close();
    delete process.env.DATABASE_URL;
  };
}

async function print(answers: SlaAnswer[]): Promise<void> {
  const slice = 1_000;
  await write('{"results":[');
  for (let from = 0; from < answers.length; from += slice) {
    const lines = answers.slice(from, from + slice).map((each) => JSON.stringify(each));
    await write(`${from > 0 ? "," : ""}\n${lines.join(",\n")}`);
  }
  await write("\n]}\n");
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
}
