import { describe, expect, test } from "vitest";
import { credentials, during, failing, found, log, newSerial, planted, portWith, simulateMdm } from "../simulated";

simulateMdm();

describe("what they answer when something is wrong", () => {
  const device = {
    id: "1",
    serialNumber: "ABCDEFGH",
    name: "",
    model: "",
    platform: "",
    enrolled: true,
    supervised: true,
  };
  test("another device than the one asked for is refused, and never tried again by itself", async () => {
    await planted("/api/mdm/devices", 200, { Id: { Value: 1 }, SerialNumber: "SOMEONEELSES" });
    const error = await failing(portWith({ kind: "basic" }).findDevice(newSerial()));
    expect(error).toMatchObject({ retry: false, key: "mdm.wrongDevice" });
  });

  test.each([
    ["an HTML page with 404", 404, "<!DOCTYPE html><html></html>"],
    ["an HTML page with 200", 200, "<html>Maintenance</html>"],
    ["JSON that is no device", 200, { Devices: [] }],
    ["a JSON null", 200, "null"],
  ])("%s is neither a device nor the lack of one", async (_name, status, body) => {
    await planted("/api/mdm/devices", status, body);
    expect(await failing(portWith({ kind: "basic" }).findDevice(newSerial()))).toMatchObject({
      retry: true,
      key: "mdm.notTheApi",
    });
  });

  test("204 and an empty body mean no hits", async () => {
    const port = portWith({ kind: "basic" });
    await planted("/api/mdm/devices", 204);
    expect(await port.findDevice(newSerial())).toBeNull();
    await planted("/api/mdm/tags/search", 204);
    expect(await port.hasTag({ ...device, lastSeenAt: null }, "iPad")).toBe(false);
  });

  test("a fault inside a bulk answer of status 200 fails, with its code, unless the tag is there", async () => {
    const port = portWith({ kind: "basic" });
    const error = await failing(port.tagDevice({ ...device, id: "999999", lastSeenAt: null }, `iPad ${newSerial()}`));
    expect(error).toMatchObject({ retry: true, key: "mdm.tagNotSeen" });
    expect(error.detail).toContain("errorCode 5002");
  });

  test("accepted but not on the device is not done", async () => {
    const port = portWith({ kind: "basic" });
    const known = await found(port);
    const name = `iPad ${newSerial()}`;
    await port.tagDevice(await found(port), name);
    const adddevices = (await log()).findLast((entry) => entry.path.endsWith("/adddevices"))?.path ?? "";
    await planted(adddevices, 200, { TotalItems: 1, AcceptedItems: 1, FailedItems: 0 });
    expect(await failing(port.tagDevice(known, name))).toMatchObject({ retry: true, key: "mdm.tagNotSeen" });
  });

  test("a tag that someone else makes meanwhile is used", async () => {
    const port = portWith({ kind: "basic" });
    const known = await found(port);
    const name = `iPad ${newSerial()}`;
    await port.tagDevice(known, name);
    const second = await found(port);
    await planted("/api/mdm/tags/search", 200, { Tags: [], Total: 0 });
    const calls = await during(() => port.tagDevice(second, name));
    expect(calls.filter((entry) => entry.path.endsWith("/addtag")).map((entry) => entry.status)).toEqual([400]);
    expect(await port.hasTag(second, name)).toBe(true);
  });

  test("a wrong API key is told as such", async () => {
    const port = portWith({ kind: "basic", tenantCode: "wrong-api-key" });
    const error = await failing(port.findDevice(newSerial()));
    expect(error).toMatchObject({ retry: false, key: "mdm.signInRefused" });
    expect(error.detail).toMatch(/^GET \/mdm\/devices 403 errorCode 1013 activityId [\w-]{36}$/);
  });

  test("a missing right is not a wrong password", async () => {
    await planted("/api/mdm/devices", 403, { errorCode: 1011, message: "no", activityId: "a" });
    expect(await failing(portWith({ kind: "basic" }).findDevice(newSerial()))).toMatchObject({
      retry: false,
      key: "mdm.notAllowed",
    });
  });

  test.each([
    [500, true],
    [502, true],
    [423, true],
    [400, false],
    [422, false],
  ])("status %i in their words: retry %s", async (status, retry) => {
    await planted("/api/mdm/devices", status, { errorCode: 7, message: "no", activityId: "a" });
    expect((await failing(portWith({ kind: "basic" }).findDevice(newSerial()))).retry).toBe(retry);
  });

  test("no error carries a secret", async () => {
    const { username, password, tenantCode, clientSecret } = credentials;
    const wrong = "hemligt-lösenord";
    const ports = [
      portWith({ kind: "basic", password: wrong }),
      portWith({ kind: "basic", tenantCode: wrong }),
      portWith({ kind: "oauth", clientSecret: wrong }),
      portWith({ kind: "oauth", tenantCode: wrong }),
    ];
    for (const port of ports) {
      const error = await failing(port.findDevice(newSerial()));
      const told = JSON.stringify([error.detail, error.values, error.message, await port.check()]);
      for (const secret of [
        wrong,
        password,
        tenantCode,
        clientSecret,
        Buffer.from(`${username}:${wrong}`).toString("base64"),
      ])
        expect(told).not.toContain(secret);
    }
  });
});
