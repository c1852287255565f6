import type { Entry } from "ldapts";
import { describe, expect, it } from "vitest";
import { RuleBroken } from "@/lib/base/errors";
import { accountOf, bytesFromGuid, failureOf, guidFromBytes, passwordValue, valuesOf, windowOf } from "./translate";

const guid = "06f1b654-830c-4abb-802a-5711e98a889e";
const bytes = Buffer.from("54b6f1060c83bb4a802a5711e98a889e", "hex");
const entry = (more: Omit<Entry, "dn">): Entry => ({ dn: "CN=x", objectGUID: bytes, ...more }) as Entry;

describe("a GUID", () => {
  it("is stored half turned round", () => {
    expect(guidFromBytes(bytes)).toBe(guid);
    expect(bytesFromGuid(guid)).toEqual(bytes);
    expect(bytesFromGuid(guid.toUpperCase())).toEqual(bytes);
  });

  it("is nothing else", () => {
    for (const text of ["", "*", `${guid})`, guid.slice(1), guid.replaceAll("-", "")])
      expect(bytesFromGuid(text)).toBeNull();
  });
});

describe("an entry", () => {
  it("has none, one or many values", () => {
    expect(valuesOf(entry({}), "memberOf")).toEqual([]);
    expect(valuesOf(entry({ memberOf: [] }), "memberOf")).toEqual([]);
    expect(valuesOf(entry({ memberOf: "CN=a" }), "memberOf")).toEqual(["CN=a"]);
    expect(valuesOf(entry({ memberOf: ["CN=a", "CN=b"] }), "memberOf")).toEqual(["CN=a", "CN=b"]);
  });

  it("is an account, whatever is missing", () => {
    expect(
      accountOf(entry({ sAMAccountName: "annaek", displayName: [], mail: [], userAccountControl: "66050" })),
    ).toEqual({
      id: guid,
      name: "annaek",
      displayName: "annaek",
      email: null,
      disabled: true,
      dn: "CN=x",
    });
    expect(accountOf(entry({ mail: [], userPrincipalName: "a@b.example", userAccountControl: "512" }))).toMatchObject({
      email: "a@b.example",
      disabled: false,
    });
  });
});

describe("a window of values", () => {
  it("tells where the next one starts, also when the server gave fewer than were asked for", () => {
    expect(windowOf(entry({ "member;range=0-1": ["a", "b"] }), "member")).toEqual({ values: ["a", "b"], next: 2 });
    expect(windowOf(entry({ "Member;Range=2-*": "c" }), "member")).toEqual({ values: ["c"], next: null });
  });

  it("is the last when it is empty", () => {
    expect(windowOf(entry({ "member;range=0-1499": [] }), "member")).toEqual({ values: [], next: null });
    expect(windowOf(entry({}), "member")).toEqual({ values: [], next: null });
  });
});

it("writes a password as Active Directory wants it", () => {
  expect(passwordValue("å1").toString("hex")).toBe("2200e50031002200");
});

describe("a failure", () => {
  const failed = (code: unknown, message = "") => failureOf(Object.assign(new Error(message), { code }));

  it.each([
    [
      49,
      "comment: AcceptSecurityContext error, data 533, v1db1",
      "directory.signInRefused",
      false,
      "the account is disabled",
    ],
    [
      49,
      "comment: AcceptSecurityContext error, data 52E, v1db1",
      "directory.signInRefused",
      false,
      "wrong account or password",
    ],
    [49, "", "directory.signInRefused", false, "wrong account or password"],
    [8, "", "directory.notTrusted", false, "LDAP 8"],
    [50, "", "directory.noRight", false, "no right"],
    [51, "", "directory.unreachable", true, "LDAP 51"],
    [52, "", "directory.unreachable", true, "LDAP 52"],
    [3, "", "directory.unreachable", true, "LDAP 3"],
    // Active Directory says so to an unpaged question about more than 1,000 entries.
    [4, "", "directory.failed", false, "LDAP 4"],
    [53, "", "directory.failed", false, "LDAP 53"],
    [68, "", "directory.failed", false, "LDAP 68"],
    ["ECONNREFUSED", "", "directory.unreachable", true, "no answer"],
    ["ETIMEDOUT", "", "directory.unreachable", true, "no answer"],
    [undefined, "Connection timeout", "directory.unreachable", true, "Connection timeout"],
    ["CERT_HAS_EXPIRED", "", "directory.notTrusted", false, "certificate"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "", "directory.notTrusted", false, "certificate"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "", "directory.notTrusted", false, "certificate"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "", "directory.notTrusted", false, "certificate"],
  ])("%s %s → %s", (code, message, key, retry, detail) => {
    expect(failed(code, message)).toMatchObject({
      name: "Unavailable",
      key,
      retry,
      detail: expect.stringContaining(detail),
    });
  });

  it("that is ours already passes unchanged", () => {
    const ours = new RuleBroken("errors.conflict");
    expect(failureOf(ours)).toBe(ours);
  });
});
