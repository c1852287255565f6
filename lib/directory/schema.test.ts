import { describe, expect, it } from "vitest";
import { deviceAccountName } from "./device-account-name";
import { DirectorySettings, shownDirectorySettings } from "./schema";

const ldap = {
  provider: "ldap",
  url: "ldaps://dc1.aminne.example",
  bindDn: "CN=portal",
  password: "hemlig",
  baseDn: "DC=aminne",
};

describe("the settings", () => {
  it.each(["ldaps://dc1.aminne.example:636", "ldap://127.0.0.1", "ldaps://[::1]:636/"])("takes %s", (url) => {
    expect(DirectorySettings.safeParse({ ...ldap, url }).success).toBe(true);
  });

  it.each([
    { url: "https://dc1.aminne.example" },
    { url: "ldaps://portal:hemlig@dc1.aminne.example" },
    { url: "ldaps://dc1.aminne.example/DC=aminne" },
    { url: "dc1.aminne.example" },
    { url: "ldaps://" },
    { password: "" },
    { ca: "MIIB" },
    { baseDn: " " },
    { provider: "azure" },
  ])("refuses %j", (change) => {
    expect(DirectorySettings.safeParse({ ...ldap, ...change }).success).toBe(false);
  });

  it("never shows the password", () => {
    const settings = DirectorySettings.parse({ ...ldap, serverName: "DC1" });
    const { password: _, ...rest } = ldap;
    expect(shownDirectorySettings(settings)).toEqual({ ...rest, serverName: "DC1" });
    expect(shownDirectorySettings({ provider: "simulator" })).toEqual({ provider: "simulator" });
  });
});

describe("a DEV account's name", () => {
  it("comes from the serial number", () => {
    expect(deviceAccountName(" dmpxk1tr2q ")).toBe("DEV-DMPXK1TR2Q");
    expect(deviceAccountName("1234567890123456")).toBe("DEV-1234567890123456");
  });

  it.each(["", "12345678901234567", "AB,CN=x", "ÅÄÖ1", "A B"])("refuses %j", (serialNumber) => {
    expect(() => deviceAccountName(serialNumber)).toThrow("errors.invalid");
  });
});
