import { demoPersons, demoPlaces } from "@/db/demo";
import { publicUrl } from "@/lib/base/env";
import { failOf } from "./fail-clearly";
import { runHalf, whenAskedToStop } from "./halves";
import { type Prepared, prepare } from "./prepare";

/** Starts the whole portal: what stands under it, then web and worker, and prints the address when it answers. */
export async function serve(options: { isDev: boolean; beforeStart: () => Promise<void> }): Promise<void> {
  const prepared = await prepare().catch(failOf);
  await options.beforeStart();
  const environment = { ...prepared.environment, ...(options.isDev ? { SERVE_SOURCES: "1" } : {}) };
  const stop = whenAskedToStop(async () => {
    await Promise.all(halves.map((half) => half.stop()));
    await prepared.close();
  });
  const refused = () => stop(2);
  const halves = ["web", "worker"].map((name) => runHalf(`lib/commands/${name}.ts`, environment, refused));
  await untilReady();
  tellWhoCanSignIn(prepared);
}

async function untilReady(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${publicUrl()}/api/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

function tellWhoCanSignIn({ settings }: Prepared): void {
  process.stdout.write(`\nServiceportalen answers at ${publicUrl()}\n`);
  if (!settings.DEMO) return;
  const slugs = demoPlaces.map((place) => `${place.name}: ${place.slug}.example`).join(", ");
  const rows = demoPersons.map(({ email, duty }) => `  ${`${email}@`.padEnd(16)} ${duty}`).join("\n");
  process.stdout.write(`Sign in as, in each demo municipality (${slugs}):\n${rows}\n\n`);
}
