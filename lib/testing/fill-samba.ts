import { Attribute, Client, DN } from "ldapts";
import type { Samba } from "./samba";

type SambaPerson = { name: string; displayName: string; email?: string; disabled?: boolean; password?: string };

type SambaGroup = { name: string; members?: readonly string[] };

/** A contact is an address in the address book, without an account. */
type SambaContent = {
  people?: readonly SambaPerson[];
  contacts?: readonly { name: string; email: string }[];
  groups?: readonly SambaGroup[];
};

/** Puts people and groups of people into the test domain, as someone at the municipality has done beforehand. */
export async function fillSamba(
  { url, ca, serverName, bindDn, password, baseDn }: Samba,
  { people = [], contacts = [], groups = [] }: SambaContent,
): Promise<void> {
  const client = new Client({ url, tlsOptions: { ca, servername: serverName } });
  try {
    await client.bind(bindDn, password);
    for (const person of people) await client.add(dnOf(person.name, baseDn), attributesOf(person));
    for (const { name, email } of contacts)
      await client.add(dnOf(name, baseDn), { objectClass: "contact", mail: email });
    for (const { name, members = [] } of groups) {
      const member = members.map((who) => dnOf(who, baseDn));
      await client.add(dnOf(name, baseDn), {
        objectClass: "group",
        ...(member.length > 0 ? { member } : {}),
      });
    }
  } finally {
    await client.unbind();
  }
}

const dnOf = (name: string, baseDn: string): string => `${new DN({ CN: name })},CN=Users,${baseDn}`;

function attributesOf({ name, displayName, email, disabled, password }: SambaPerson): Attribute[] {
  // 0x20: no password needed, so that a thousand people need none.
  const control = (disabled ? 0x2 : 0) | (password ? 0 : 0x20) | 0x200;
  return [
    new Attribute({ type: "objectClass", values: ["user"] }),
    new Attribute({ type: "sAMAccountName", values: [name] }),
    new Attribute({ type: "displayName", values: [displayName] }),
    new Attribute({ type: "userAccountControl", values: [String(control)] }),
    ...(email ? [new Attribute({ type: "mail", values: [email] })] : []),
    ...(password ? [new Attribute({ type: "unicodePwd", values: [Buffer.from(`"${password}"`, "utf16le")] })] : []),
  ];
}
