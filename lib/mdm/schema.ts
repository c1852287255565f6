import * as z from "zod";
import type { MessageKey } from "@/lib/base/language";

const say = (key: MessageKey): string => key;

const secret = z.string().min(1, say("mdm.missing")).max(1000, say("mdm.tooLong"));
const name = z.string().trim().min(1, say("mdm.missing")).max(200, say("mdm.tooLong"));
const address = z.url({ protocol: /^https?$/, error: say("mdm.address") }).max(500, say("mdm.tooLong"));

/** Workspace ONE UEM: `url` is the API server, `https://asNNN.awmdm.com`, with or without `/api`. */
export const WorkspaceOneSettings = z.strictObject({
  provider: z.literal("workspace_one"),
  url: address,
  auth: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("basic"), username: name, password: secret, tenantCode: secret }),
    z.strictObject({
      kind: z.literal("oauth"),
      tokenUrl: address,
      clientId: name,
      clientSecret: secret,
      tenantCode: secret.optional(),
    }),
  ]),
  organizationGroupId: z.coerce
    .number(say("mdm.organizationGroup"))
    .int(say("mdm.organizationGroup"))
    .positive(say("mdm.organizationGroup")),
});
export type WorkspaceOneSettings = z.infer<typeof WorkspaceOneSettings>;

export const SimulatorSettings = z.strictObject({ provider: z.literal("simulator") });

/** The body of `PUT /connections/mdm`; another provider is one more member here and one more case in `index.ts`. */
export const MdmSettings = z.discriminatedUnion("provider", [WorkspaceOneSettings, SimulatorSettings]);
export type MdmSettings = z.infer<typeof MdmSettings>;

type ShownAuth = { kind: "basic"; username: string } | { kind: "oauth"; tokenUrl: string; clientId: string };
type ShownMdmSettings = (Omit<WorkspaceOneSettings, "auth"> & { auth: ShownAuth }) | z.infer<typeof SimulatorSettings>;

/** The settings as they may be shown: without password, client secret and API key. */
export function shownMdmSettings(settings: MdmSettings): ShownMdmSettings {
  if (settings.provider === "simulator") return settings;
  const { auth, ...shown } = settings;
  if (auth.kind === "basic") return { ...shown, auth: { kind: auth.kind, username: auth.username } };
  return { ...shown, auth: { kind: auth.kind, tokenUrl: auth.tokenUrl, clientId: auth.clientId } };
}

/** As printed on the box: capital letters and digits; what a person typed or scanned is tidied first. */
export const SerialNumber = z
  .string()
  .transform((typed) => typed.replace(/\s/g, "").toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{8,20}$/, say("mdm.serialNumber")));

/** Workspace ONE cuts a longer name off, after which it would never be found again. */
export const TagName = z.string().trim().min(1, say("mdm.missing")).max(50, say("mdm.tagName"));
