import { createServer, type Server } from "node:net";
import { Client } from "ldapts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loopback } from "@/lib/base/addresses";
import { fillSamba } from "@/lib/testing/fill-samba";
import { type Samba, startSamba } from "@/lib/testing/samba";
import type { LdapSettings } from "../schema";
import { groupByName } from "./accounts";
import { readEntry, readValues, replaced, withClient } from "./client";
import { ldapDirectory } from "./ldap";

const manyPeople = Array.from({ length: 1200 }, (_, n) => ({ name: `elev${n}`, displayName: `Elev ${n}` }));
const everyone = manyPeople.map(({ name }) => name);
const options = { allowed: loopback };

let samba: Samba;
const settings = (change: Partial<LdapSettings> = {}): LdapSettings => {
  const { url, bindDn, password, baseDn, ca, serverName } = samba;
  return { provider: "ldap", url, bindDn, password, baseDn, ca, serverName, ...change };
};
const asked = (change: Partial<LdapSettings> = {}) => ldapDirectory(settings(change), options);
const someone = { email: "anna.ek@aminne.example" };
const unavailable = (key: string, retry: boolean) => expect.objectContaining({ name: "Unavailable", key, retry });

beforeAll(async () => {
  samba = await startSamba();
  const anna = { name: "annaek", displayName: "Anna Ek", ...someone };
  await fillSamba(samba, {
    people: [anna, ...manyPeople],
    contacts: [{ name: "Anna Ek, extern", ...someone }],
    groups: [
      { name: "alla", members: everyone },
      { name: "tom" },
      { name: "bara-anna", members: ["annaek"] },
      { name: "dolda (alla), *", members: ["annaek"] },
    ],
  });
  // A thousand accounts, one by one.
}, 240_000);

afterAll(() => samba.close());

describe("the connection", () => {
  it("is TLS: this directory refuses a password in clear, and StartTLS comes before the password", async () => {
    const inClear = new Client({ url: samba.plainUrl });
    await expect(inClear.bind(samba.bindDn, samba.password)).rejects.toMatchObject({ code: 8 });
    await inClear.unbind();
    expect(await asked({ url: samba.plainUrl }).findAccount(someone)).toMatchObject({ name: "annaek" });
  });

  it("trusts nobody but the given authority, and only under the given name", async () => {
    const untrusted = unavailable("directory.notTrusted", false);
    const otherAuthority = samba.ca.replace(/[A-Za-z0-9+/]{64}\n/, "");
    for (const change of [
      { ca: undefined },
      { serverName: undefined },
      { serverName: "dc2.kommun.test" },
      { ca: otherAuthority },
    ]) {
      for (const url of [samba.url, samba.plainUrl]) {
        const { ca, serverName, ...rest } = { ...settings({ url }), ...change };
        const given = { ...rest, ...(ca ? { ca } : {}), ...(serverName ? { serverName } : {}) };
        await expect(ldapDirectory(given, options).findAccount(someone)).rejects.toEqual(untrusted);
      }
    }
  });

  it("says that the password is wrong, and never what it was", async () => {
    const refused = asked({ password: "fel-hemlighet" });
    const error = await refused.findAccount(someone).catch((thrown: unknown) => thrown);
    expect(error).toEqual(unavailable("directory.signInRefused", false));
    expect(error).toMatchObject({ detail: expect.stringContaining("wrong account or password") });
    expect(JSON.stringify(error)).not.toContain("fel-hemlighet");
    expect(await refused.check()).toEqual([
      { check: "connect", ok: true, detail: samba.url },
      { check: "sign_in", ok: false, detail: expect.stringContaining("wrong account or password") },
    ]);
  });

  it("does not try a refused password again until someone tests the connection, lest the account be locked", async () => {
    const dn = `CN=bytt,CN=Users,${samba.baseDn}`;
    await fillSamba(samba, { people: [{ name: "bytt", displayName: "Bytt", password: "Gammalt-losen-1" }] });
    const waiting = asked({ bindDn: dn, password: "Nytt-losenord-2" });
    await expect(waiting.findAccount(someone)).rejects.toMatchObject({
      detail: expect.stringContaining("wrong account or password"),
    });
    const password = replaced("unicodePwd", Buffer.from('"Nytt-losenord-2"', "utf16le"));
    await withClient(settings(), options, (client) => client.modify(dn, password));
    await expect(waiting.findAccount(someone)).rejects.toMatchObject({
      detail: expect.stringContaining("a moment ago"),
    });
    expect((await waiting.check()).slice(0, 2).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await waiting.findAccount(someone)).toMatchObject({ name: "annaek" });
  });

  it("goes nowhere that is not listed", async () => {
    const shutIn = ldapDirectory(settings(), { allowed: [] });
    await expect(shutIn.findAccount(someone)).rejects.toEqual(unavailable("outbound.unlisted", false));
  });

  it("gives up on a server that says nothing", async () => {
    const silent = await new Promise<Server>((resolve) => {
      const server = createServer((socket) => socket.on("error", () => undefined));
      server.listen(0, "127.0.0.1", () => resolve(server));
    });
    const { port } = silent.address() as { port: number };
    for (const scheme of ["ldap", "ldaps"]) {
      const waiting = ldapDirectory(settings({ url: `${scheme}://127.0.0.1:${port}` }), { ...options, timeoutMs: 300 });
      await expect(waiting.findAccount(someone)).rejects.toEqual(unavailable("directory.unreachable", true));
    }
    silent.close();
  });

  it("is never opened again by itself, as nobody and in clear", async () => {
    const again = withClient(settings({ url: samba.plainUrl }), options, async (client) => {
      await client.unbind();
      return readEntry(client, samba.baseDn, ["1.1"]);
    });
    await expect(again).rejects.toEqual(unavailable("directory.unreachable", true));
  });
});

describe("much of everything", () => {
  it("lists 1,200 members, in pages", async () => {
    const members = await asked().listMembers("alla");
    expect(new Set(members.map(({ name }) => name))).toEqual(new Set(everyone));
    expect(new Set(members.map(({ id }) => id)).size).toBe(1200);
  });

  it("reads 1,200 values in windows, each once", async () => {
    const read = (group: string, width: number) =>
      withClient(settings(), options, async (client) =>
        readValues(client, await groupByName(client, samba.baseDn, group), "member", width),
      );
    for (const width of [500, 400, 1500]) {
      const values = await read("alla", width);
      expect(values.length).toBe(1200);
      expect(new Set(values).size).toBe(1200);
    }
    expect(await read("tom", 500)).toEqual([]);
    expect(await read("bara-anna", 500)).toEqual([expect.stringContaining("CN=annaek,")]);
  });

  it("counts them in the check", async () => {
    const [alla] = (await asked().check(["alla"])).filter(({ check }) => check === "group");
    expect(alla).toEqual({ check: "group", ok: true, detail: `CN=alla,CN=Users,${samba.baseDn}, 1200 members` });
  });
});

describe("Active Directory's ways", () => {
  it("takes a group's name as it is written", async () => {
    expect(await asked().listMembers("dolda (alla), *")).toEqual([expect.objectContaining({ name: "annaek" })]);
    await expect(asked().listMembers("dolda*")).rejects.toEqual(unavailable("directory.groupMissing", false));
  });

  it("finds people with accounts, not contacts with the same e-mail", async () => {
    expect(await asked().findAccount(someone)).toMatchObject({ name: "annaek" });
  });

  it("disables without touching the account's other flags", async () => {
    const account = await asked().findAccount({ email: "", account: "elev7" });
    await asked().disableAccount(account?.id ?? "");
    const entry = await withClient(settings(), options, (client) =>
      readEntry(client, account?.dn ?? "", ["userAccountControl"]),
    );
    expect(entry?.userAccountControl).toBe(String(0x200 | 0x20 | 0x2));
  });

  it("makes DEV accounts where it is told, and they can sign in with nothing that we know", async () => {
    const made = await asked({ deviceAccountsDn: samba.baseDn }).createDeviceAccount({
      name: "DEV-PLATS1",
      description: "åäö",
    });
    expect(made.dn).toBe(`CN=DEV-PLATS1,${samba.baseDn}`);
    const entry = await withClient(settings(), options, (client) =>
      readEntry(client, made.dn, ["userAccountControl", "description"]),
    );
    expect(entry).toMatchObject({ userAccountControl: "512", description: "åäö" });
    await expect(asked({ bindDn: made.dn, password: "DEV-PLATS1" }).findAccount(someone)).rejects.toEqual(
      unavailable("directory.signInRefused", false),
    );
  });

  it("leaves a DEV account alone that someone else has disabled", async () => {
    const wanted = { name: "DEV-STULEN1", description: "stulen" };
    const { dn } = await asked().createDeviceAccount(wanted);
    await withClient(settings(), options, (client) => client.modify(dn, replaced("userAccountControl", "514")));
    await expect(asked().createDeviceAccount(wanted)).rejects.toEqual(unavailable("directory.disabledByOthers", false));
    expect(await asked().findAccount({ email: "", account: wanted.name })).toMatchObject({ disabled: true });
  });

  it("refuses a name that is no DEV account's", async () => {
    for (const name of ["annaek", "DEV-", "DEV-A,CN=Users", "DEV-12345678901234567"]) {
      await expect(asked().createDeviceAccount({ name, description: "" })).rejects.toEqual(
        unavailable("directory.failed", false),
      );
    }
  });

  it("says that a name is taken by something that is no account of ours", async () => {
    await fillSamba(samba, { groups: [{ name: "DEV-GRUPP1" }] });
    await expect(asked().createDeviceAccount({ name: "DEV-GRUPP1", description: "" })).rejects.toEqual(
      unavailable("directory.nameTaken", false),
    );
  });

  it("tells an account without rights what it may not do", async () => {
    const dn = `CN=lasare,CN=Users,${samba.baseDn}`;
    await fillSamba(samba, { people: [{ name: "lasare", displayName: "Läsare", password: "Bara-lasa-9-ganger" }] });
    const reader = asked({ bindDn: dn, password: "Bara-lasa-9-ganger" });
    const anna = await reader.findAccount(someone);
    await expect(reader.addToGroup({ id: anna?.id ?? "" }, "tom")).rejects.toEqual(
      unavailable("directory.noRight", false),
    );
    await expect(reader.createDeviceAccount({ name: "DEV-NEJ", description: "" })).rejects.toEqual(
      unavailable("directory.noRight", false),
    );
    const failed = (await reader.check(["tom"])).filter(({ ok }) => !ok).map(({ check }) => check);
    expect(failed).toEqual(["device_accounts", "group"]);
  });

  it("finds an account again that was moved and renamed", async () => {
    const before = await asked().findAccount({ email: "", account: "elev8" });
    await withClient(settings(), options, (client) => client.modifyDN(before?.dn ?? "", `CN=Ny plats,${samba.baseDn}`));
    expect(await asked().addToGroup({ id: before?.id ?? "" }, "tom")).toEqual({ changed: true });
  });
});
