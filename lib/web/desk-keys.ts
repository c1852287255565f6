import { cookies } from "next/headers";
import { deskKeysCookie } from "./cookies";

/** Whether the desk's single keys listen; each person may switch them off (WCAG 2.1.4), and the browser remembers. */
export async function deskKeysAreOn(): Promise<boolean> {
  return (await cookies()).get(deskKeysCookie.name)?.value !== "off";
}

export async function switchDeskKeys(isOn: boolean): Promise<void> {
  (await cookies()).set(deskKeysCookie.name, isOn ? "on" : "off", deskKeysCookie.options());
}
