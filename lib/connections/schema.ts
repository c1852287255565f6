import * as z from "zod";
import { DirectorySettings } from "@/lib/directory/schema";
import { MailSettings } from "@/lib/mail/schema";
import { MdmSettings } from "@/lib/mdm/schema";

/** The connections an administrator sets through REST, and what each is told. */
export const connectionSettings = { mdm: MdmSettings, directory: DirectorySettings, mail: MailSettings } as const;
export type SettableConnection = keyof typeof connectionSettings;
export const SettableConnection = z.enum(["mdm", "directory", "mail"]);
