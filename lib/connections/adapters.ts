import { join } from "node:path";
import type { Context } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { Unavailable } from "@/lib/base/errors";
import { type Directory, directory } from "@/lib/directory";
import type { DirectorySettings } from "@/lib/directory/schema";
import { type Fetcher, fetcher, type Mailer, mailer } from "@/lib/mail";
import { mdm, simulatorCredentials } from "@/lib/mdm";
import type { Mdm } from "@/lib/mdm/port";
import type { MdmSettings } from "@/lib/mdm/schema";
import { findSettings } from "./stored-connection";

const simulator = { provider: "simulator" } as const;

/** The organisation's MDM; a demo without a connection of its own speaks to the simulator. Unavailable when none is set. */
export async function mdmFor(ctx: Context): Promise<Mdm> {
  return openMdm((await findSettings(ctx, "mdm")) ?? demoOrNone());
}

/** The organisation's directory, as above. */
export async function directoryFor(ctx: Context): Promise<Directory> {
  return openDirectory((await findSettings(ctx, "directory")) ?? demoOrNone());
}

/** How the organisation's letters leave. With DEMO=1 they are also written to disk. */
export async function mailerFor(ctx: Context): Promise<Mailer> {
  const { ALLOW_ADDRESSES: allowed, DEMO, DATA_DIR } = env();
  const from = ctx.organisation.settings.mailFrom;
  return mailer(await findSettings(ctx, "mail"), {
    allowed,
    from,
    ...(DEMO ? { diskDir: join(DATA_DIR, "mail") } : {}),
  });
}

/** Where the organisation's mail is fetched; null where its connection names no mailbox. */
export async function fetcherFor(ctx: Context): Promise<Fetcher | null> {
  return fetcher(await findSettings(ctx, "mail"), { allowed: env().ALLOW_ADDRESSES });
}

export function openMdm(settings: MdmSettings): Mdm {
  const { ALLOW_ADDRESSES: allowed, MDM_SIMULATOR_URL: url, SIMULATOR_SECRET: secret } = env();
  return mdm(settings, {
    allowed,
    ...(url && secret ? { simulator: { url, credentials: simulatorCredentials(secret) } } : {}),
  });
}

export function openDirectory(settings: DirectorySettings): Directory {
  const { ALLOW_ADDRESSES: allowed, DIRECTORY_SIMULATOR_URL: simulatorUrl } = env();
  return directory(settings, { allowed, simulatorUrl });
}

function demoOrNone() {
  if (env().DEMO) return simulator;
  throw new Unavailable("no connection is set", false, "connections.missing");
}
