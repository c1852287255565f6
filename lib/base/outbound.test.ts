import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Address, classOf } from "./addresses";
import { Unavailable } from "./errors";
import { assertAllowedAddress, checkAddress, resolveAllowed } from "./outbound";

const answering = (...addresses: string[]) => {
  const asked: string[] = [];
  const resolve = async (host: string): Promise<Address[]> => {
    asked.push(host);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return Object.assign(resolve, { asked });
};
const outcome = async (url: string, allowed: string[] = [], resolve = answering("93.184.215.14")) => {
  const verdict = await checkAddress(url, allowed, resolve);
  return verdict.ok ? "ok" : verdict.reason;
};

describe("what an address is", () => {
  test.each([
    ["93.184.215.14", "public"],
    ["2606:2800:21f::1", "public"],
    ["10.1.2.3", "inner"],
    ["100.64.0.1", "inner"],
    ["127.0.0.1", "inner"],
    ["172.31.255.255", "inner"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "inner"],
    ["::1", "inner"],
    ["fd12::1", "inner"],
    ["0.0.0.0", "special"],
    ["169.254.169.254", "special"],
    ["168.63.129.16", "special"],
    ["100.100.100.200", "special"],
    ["fd00:ec2::254", "special"],
    ["224.0.0.1", "special"],
    ["255.255.255.255", "special"],
    ["::", "special"],
    ["fe80::1", "special"],
    ["fe80::1%eth0", "special"],
    ["::ffff:127.0.0.1", "special"],
    ["::ffff:7f00:1", "special"],
    ["::ffff:8.8.8.8", "special"],
    ["64:ff9b::7f00:1", "special"],
    ["2002:7f00:1::", "special"],
    ["2001:db8::1", "special"],
    ["not an address", "special"],
  ])("%s is %s", (address, kind) => expect(classOf(address)).toBe(kind));

  test("no private network has a gap", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, (b, c, d) => {
        expect(classOf(`10.${b}.${c}.${d}`)).toBe("inner");
        expect(classOf(`127.${b}.${c}.${d}`)).toBe("inner");
        expect(classOf(`192.168.${c}.${d}`)).toBe("inner");
        expect(classOf(`172.${16 + (b % 16)}.${c}.${d}`)).toBe("inner");
        expect(classOf(`169.254.${c}.${d}`)).toBe("special");
      }),
    );
  });
});

describe("which addresses may be called", () => {
  test.each([
    ["https://as1.example", "ok"],
    ["https://as1.example:8443/api", "ok"],
    ["http://as1.example", "plain_http"],
    ["ftp://as1.example", "protocol"],
    ["file:///etc/passwd", "protocol"],
    ["https://user:secret@as1.example", "credentials"],
    ["as1.example", "malformed"],
    ["https://127.0.0.1", "unlisted"],
    ["https://0x7f.1", "unlisted"],
    ["https://2130706433", "unlisted"],
    ["https://[::1]", "unlisted"],
    ["https://[::ffff:127.0.0.1]", "unlisted"],
    ["https://169.254.169.254/latest/meta-data/", "unlisted"],
  ])("%s, with nothing listed: %s", async (url, expected) => expect(await outcome(url)).toBe(expected));

  test.each([
    ["http://127.0.0.1:8080", ["127.0.0.0/8"], "ok"],
    ["http://127.0.0.1:8080", ["127.0.0.1"], "ok"],
    ["http://127.0.0.1:8080", ["127.0.0.1:8080"], "ok"],
    ["http://127.0.0.1:8081", ["127.0.0.1:8080"], "unlisted"],
    ["http://[::1]:8080", ["[::1]:8080"], "ok"],
    ["http://[::1]:8080", ["::1"], "ok"],
    ["https://10.2.0.1", ["10.1.0.0/16"], "unlisted"],
    ["https://10.1.9.1", ["10.1.0.0/16"], "ok"],
    ["https://10.1.9.1", ["10.1.0.0/99"], "unlisted"],
    ["https://10.1.9.1", [""], "unlisted"],
    ["https://169.254.169.254", ["169.254.169.254"], "ok"],
  ])("%s, with %j listed: %s", async (url, allowed, expected) => expect(await outcome(url, allowed)).toBe(expected));

  test("a listed name opens the inner network and plain http, in any case and with a final dot", async () => {
    const inner = answering("10.0.0.5");
    expect(await outcome("http://mdm.kommun.example/x", ["mdm.kommun.example"], inner)).toBe("ok");
    expect(await outcome("http://MDM.Kommun.example./x", ["mdm.kommun.EXAMPLE"], inner)).toBe("ok");
    expect(await outcome("https://evil-mdm.kommun.example", ["mdm.kommun.example"], inner)).toBe("unlisted");
  });

  test("a listed name never opens the metadata service", async () => {
    const metadata = answering("169.254.169.254");
    expect(await outcome("https://mdm.example", ["mdm.example"], metadata)).toBe("unlisted");
  });

  test("one inner address among public ones is refused", async () => {
    expect(await outcome("https://mixed.example", [], answering("93.184.215.14", "127.0.0.1"))).toBe("unlisted");
  });

  test("http to a public address needs every address listed", async () => {
    const two = answering("93.184.215.14", "93.184.215.15");
    expect(await outcome("http://two.example", ["93.184.215.14"], two)).toBe("plain_http");
    expect(await outcome("http://two.example", ["93.184.215.14/31"], two)).toBe("ok");
  });

  test("a name without addresses may be tried again, a refused one not", async () => {
    await expect(assertAllowedAddress("https://none.example", [], answering())).rejects.toMatchObject({ retry: true });
    const refused = assertAllowedAddress("https://10.0.0.1", []);
    await expect(refused).rejects.toBeInstanceOf(Unavailable);
    await expect(refused).rejects.toMatchObject({ retry: false, key: "outbound.unlisted" });
  });
});

describe("resolveAllowed, for LDAP and mail", () => {
  test("asks once and pins what it got", async () => {
    const resolve = answering("10.0.0.5", "fd00::5");
    const pinned = await resolveAllowed("dc.kommun.example", 636, ["dc.kommun.example:636"], resolve);
    expect(pinned.addresses.map((a) => a.address)).toEqual(["10.0.0.5", "fd00::5"]);
    const looked = await new Promise((done) => pinned.lookup("anything", { all: true }, (_e, found) => done(found)));
    expect(looked).toEqual(pinned.addresses);
    const first = await new Promise((done) => pinned.lookup("anything", { family: 6 }, (_e, found) => done(found)));
    expect(first).toBe("fd00::5");
    expect(resolve.asked).toEqual(["dc.kommun.example"]);
  });

  test("another port of a listed host is refused", async () => {
    const resolve = answering("10.0.0.5");
    await expect(resolveAllowed("dc.kommun.example", 22, ["dc.kommun.example:636"], resolve)).rejects.toMatchObject({
      key: "outbound.unlisted",
    });
  });
});
