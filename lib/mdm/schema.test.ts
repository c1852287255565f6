import { expect, test } from "vitest";
import { MdmSettings, SerialNumber, shownMdmSettings } from "./schema";

const url = "https://as1.awmdm.example";
const basic = { kind: "basic", username: "api", password: "hemligt1", tenantCode: "hemligt2" };
const oauth = {
  kind: "oauth",
  tokenUrl: "https://auth.example/connect/token",
  clientId: "id",
  clientSecret: "hemligt3",
};
const body = (changes: object = {}) => ({
  provider: "workspace_one",
  url,
  auth: basic,
  organizationGroupId: 570,
  ...changes,
});

test.each([
  [body()],
  [body({ auth: oauth })],
  [body({ auth: { ...oauth, tenantCode: "hemligt4" } })],
  [body({ organizationGroupId: "570" })],
  [{ provider: "simulator" }],
])("%j is accepted", (given) => expect(MdmSettings.safeParse(given).success).toBe(true));

test.each([
  [body({ url: "as1.awmdm.example" }), "url", "mdm.address"],
  [body({ url: "ftp://as1.awmdm.example" }), "url", "mdm.address"],
  [body({ organizationGroupId: "kommunen" }), "organizationGroupId", "mdm.organizationGroup"],
  [body({ organizationGroupId: 0 }), "organizationGroupId", "mdm.organizationGroup"],
  [body({ auth: { ...basic, password: "" } }), "auth.password", "mdm.missing"],
  [body({ auth: { ...basic, tenantCode: "x".repeat(1001) } }), "auth.tenantCode", "mdm.tooLong"],
])("%j is refused at its field", (given, path, message) => {
  const issue = MdmSettings.safeParse(given).error?.issues[0];
  expect([issue?.path.join("."), issue?.message]).toEqual([path, message]);
});

test.each([
  [{ provider: "intune" }],
  [body({ auth: { ...basic, tenantCode: undefined } })],
  [body({ auth: { kind: "certificate" } })],
  [body({ extra: 1 })],
  [{ provider: "simulator", url }],
])("%j is refused", (given) => expect(MdmSettings.safeParse(given).success).toBe(false));

test("what is shown holds no secret", () => {
  for (const auth of [basic, { ...oauth, tenantCode: "hemligt4" }]) {
    const shown = shownMdmSettings(MdmSettings.parse(body({ auth })));
    expect(JSON.stringify(shown)).not.toContain("hemligt");
    expect(shown).toMatchObject({
      provider: "workspace_one",
      url,
      organizationGroupId: 570,
      auth: { kind: auth.kind },
    });
  }
});

test.each([
  [" dmpx k1ab c123 ", "DMPXK1ABC123"],
  ["DMPXK1ABC123", "DMPXK1ABC123"],
  ["ABC", undefined],
  ["DMPXK1ABC12Å", undefined],
  ["DMPX-K1AB-C123", undefined],
])("serial number %j is read as %s", (typed, read) => expect(SerialNumber.safeParse(typed).data).toBe(read));
