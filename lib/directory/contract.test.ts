import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loopback } from "@/lib/base/addresses";
import { fillSamba } from "@/lib/testing/fill-samba";
import { type Samba, startSamba } from "@/lib/testing/samba";
import { type Directory, directory, startDirectorySimulator } from "./index";
import type { LdapSettings } from "./schema";

const wlan = "user-iPad-wlan-adm-new";
const personlig = "user-iPad-service-personlig";
const unavailable = (key: string, retry: boolean) => expect.objectContaining({ name: "Unavailable", key, retry });

const people = [
  { email: "asa.oberg@aminne.example", name: "asaobe", displayName: "Åsa Öberg-Älv" },
  { email: "stig.vik@aminne.example", name: "stivik", displayName: "Stig Vik", disabled: true },
  { email: "tvilling@aminne.example", name: "tvilling1", displayName: "Tvilling Ett" },
  { email: "tvilling@aminne.example", name: "tvilling2", displayName: "Tvilling Två" },
  { name: "DEV-ANNANS1", displayName: "Någon annans" },
];

type Subject = { directory: Directory; unreachable: Directory; close: () => Promise<void> };

let samba: Samba;
const ldapSettings = (change: Partial<LdapSettings> = {}): LdapSettings => {
  const { url, bindDn, password, baseDn, ca, serverName } = samba;
  return { provider: "ldap", url, bindDn, password, baseDn, ca, serverName, ...change };
};
const options = { allowed: loopback, simulatorUrl: undefined };
const ldap = (change: Partial<LdapSettings> = {}) => directory(ldapSettings(change), options);

beforeAll(async () => {
  samba = await startSamba();
  await fillSamba(samba, { people, groups: [{ name: wlan }, { name: personlig }] });
});

afterAll(() => samba.close());

const subjects: Record<string, () => Promise<Subject>> = {
  "Active Directory (Samba)": async () => ({
    directory: ldap(),
    unreachable: ldap({ url: `ldaps://${samba.address}:1` }),
    close: async () => undefined,
  }),
  simulator: async () => {
    const dir = await mkdtemp(join(tmpdir(), "directory-simulator-"));
    const simulator = await startDirectorySimulator({ port: 0, dir, accounts: people });
    const through = (simulatorUrl: string) => directory({ provider: "simulator" }, { allowed: loopback, simulatorUrl });
    return {
      directory: through(simulator.url),
      unreachable: through("http://127.0.0.1:1"),
      close: async () => {
        await simulator.close();
        await rm(dir, { recursive: true });
      },
    };
  },
};

describe.each(Object.entries(subjects))("%s", (_name, open) => {
  let subject: Subject;
  let asked: Directory;
  beforeAll(async () => {
    subject = await open();
    asked = subject.directory;
  });
  afterAll(() => subject.close());

  const asa = async () => {
    const account = await asked.findAccount({ email: "asa.oberg@aminne.example" });
    if (!account) throw new Error("Åsa has no account");
    return account;
  };

  it("finds a person by e-mail, whatever the case, with å, ä and ö", async () => {
    const account = await asa();
    expect(account).toMatchObject({
      name: "asaobe",
      displayName: "Åsa Öberg-Älv",
      email: "asa.oberg@aminne.example",
      disabled: false,
    });
    expect(account.id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await asked.findAccount({ email: "ASA.Oberg@aminne.example" }))?.id).toBe(account.id);
  });

  it("finds by account name when the e-mail is unknown", async () => {
    const account = await asked.findAccount({ email: "saknas.asa@aminne.example", account: "ASAOBE" });
    expect(account?.id).toBe((await asa()).id);
  });

  it("answers null for someone who has no account", async () => {
    expect(await asked.findAccount({ email: "saknas@aminne.example" })).toBeNull();
    expect(await asked.findAccount({ email: "saknas@aminne.example", account: "finnsinte" })).toBeNull();
    expect(await asked.findAccount({ email: "" })).toBeNull();
  });

  it("refuses to guess between two accounts", async () => {
    await expect(asked.findAccount({ email: "tvilling@aminne.example" })).rejects.toEqual(
      unavailable("directory.severalAccounts", false),
    );
  });

  it("takes what was typed as a value, never as part of the question", async () => {
    for (const typed of ["*", "*)(uid=*", "*)(objectClass=*", "asa*", "asaobe)(|(a=b", "\\2a", "a\u0000b"]) {
      expect(await asked.findAccount({ email: typed, account: typed })).toBeNull();
    }
  });

  it("says that an account is disabled", async () => {
    expect(await asked.findAccount({ email: "stig.vik@aminne.example" })).toMatchObject({ disabled: true });
  });

  it("adds to both groups once, and says when it already was so", async () => {
    const account = await asa();
    for (const group of [wlan, personlig]) {
      expect(await asked.isMember(account, group)).toBe(false);
      expect(await asked.addToGroup(account, group)).toEqual({ changed: true });
      expect(await asked.addToGroup(account, group)).toEqual({ changed: false });
      expect(await asked.isMember(account, group)).toBe(true);
      expect((await asked.listMembers(group)).map(({ id }) => id)).toContain(account.id);
    }
  });

  it("removes once, and says when it already was so", async () => {
    const account = await asa();
    await asked.addToGroup(account, wlan);
    expect(await asked.removeFromGroup(account, wlan)).toEqual({ changed: true });
    expect(await asked.removeFromGroup(account, wlan)).toEqual({ changed: false });
    expect(await asked.isMember(account, wlan)).toBe(false);
    expect(await asked.isMember(account, personlig)).toBe(true);
  });

  it("names a group that is missing", async () => {
    const missing = expect.objectContaining({
      key: "directory.groupMissing",
      retry: false,
      detail: expect.stringContaining("finns-inte"),
    });
    const account = await asa();
    await expect(asked.addToGroup(account, "finns-inte")).rejects.toEqual(missing);
    await expect(asked.isMember(account, "finns-inte")).rejects.toEqual(missing);
    await expect(asked.listMembers("finns-inte")).rejects.toEqual(missing);
  });

  it("says that an account is gone", async () => {
    const gone = unavailable("directory.accountGone", false);
    for (const id of ["00000000-0000-4000-8000-000000000000", "*", "asaobe"]) {
      await expect(asked.addToGroup({ id }, wlan)).rejects.toEqual(gone);
      await expect(asked.disableAccount(id)).rejects.toEqual(gone);
    }
  });

  it("creates a DEV account once, finds it again, disables it, and enables it for the iPad's next order", async () => {
    const wanted = { name: "DEV-DMPXK1TR2Q", description: "iPad för Åminne förskola" };
    const made = await asked.createDeviceAccount(wanted);
    expect(made).toMatchObject({ name: "DEV-DMPXK1TR2Q", disabled: false });
    expect(await asked.createDeviceAccount(wanted)).toEqual(made);
    expect(await asked.findAccount({ email: "", account: "DEV-DMPXK1TR2Q" })).toEqual(made);
    await asked.disableAccount(made.id);
    await asked.disableAccount(made.id);
    expect(await asked.findAccount({ email: "", account: wanted.name })).toEqual({ ...made, disabled: true });
    expect(await asked.createDeviceAccount({ ...wanted, description: "nästa beställning" })).toEqual(made);
    expect(await asked.findAccount({ email: "", account: wanted.name })).toEqual(made);
  });

  it("makes one account when two ask at once", async () => {
    const wanted = { name: "DEV-SAMTIDIGT", description: "två på en gång" };
    const made = await Promise.all([1, 2, 3].map(() => asked.createDeviceAccount(wanted)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it("never takes over an account that the portal did not make", async () => {
    const wanted = { name: "DEV-ANNANS1", description: "" };
    await expect(asked.createDeviceAccount(wanted)).rejects.toEqual(unavailable("directory.nameTaken", false));
  });

  it("checks itself, and tells what is missing", async () => {
    const checks = await asked.check([wlan, "finns-inte"]);
    const missing = { check: "group", ok: false, detail: expect.stringContaining("finns-inte") };
    expect(checks.filter(({ ok }) => !ok)).toEqual([missing]);
    expect(checks).toContainEqual({ check: "group", ok: true, detail: expect.stringContaining(wlan) });
  });

  it("can be asked again later when nothing answers", async () => {
    const gone = unavailable("directory.unreachable", true);
    await expect(subject.unreachable.findAccount({ email: "asa.oberg@aminne.example" })).rejects.toEqual(gone);
    expect(await subject.unreachable.check()).toEqual([expect.objectContaining({ check: "connect", ok: false })]);
  });
});
