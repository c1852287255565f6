import { describe, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import {
  control,
  during,
  failing,
  found,
  isEffect,
  isPost,
  log,
  newSerial,
  portWith,
  simulateMdm,
  simulatorUrl,
} from "./simulated";

simulateMdm();

describe.each(["basic", "oauth"] as const)("Workspace ONE, %s", (kind) => {
  test("an iPad bought for the municipality is found, enrolled and supervised, and keeps its id", async () => {
    const port = portWith({ kind });
    const serialNumber = newSerial();
    const device = await found(port, ` ${serialNumber.toLowerCase()} `);
    expect(device).toMatchObject({ serialNumber, enrolled: true, supervised: true, platform: "Apple" });
    expect(device.lastSeenAt).toBeInstanceOf(Date);
    expect((await found(port, serialNumber)).id).toBe(device.id);
  });

  test("a device that was never enrolled is not found", async () => {
    expect(await portWith({ kind }).findDevice(newSerial("SAKNAS"))).toBeNull();
  });

  test("a device that Apple tells of late is found the third time", async () => {
    const port = portWith({ kind });
    const serialNumber = newSerial("SENT");
    expect(await port.findDevice(serialNumber)).toBeNull();
    expect(await port.findDevice(serialNumber)).toBeNull();
    expect(await port.findDevice(serialNumber)).toMatchObject({ serialNumber, enrolled: true });
  });

  test("a tag is made once, put on once, and read back", async () => {
    const port = portWith({ kind });
    const [first, second] = [await found(port), await found(port)];
    const name = `iPad Personlig ${newSerial()}`;
    expect(await port.hasTag(first, name)).toBe(false);
    const calls = await during(async () => {
      expect(await port.tagDevice(first, name)).toEqual({ changed: true });
      expect(await port.tagDevice(first, name)).toEqual({ changed: false });
      await port.tagDevice(second, name.toUpperCase());
    });
    expect(calls.filter(isPost).map((entry) => entry.path.replace(/\d+/, "n"))).toEqual([
      "/api/mdm/tags/addtag",
      "/api/mdm/tags/n/adddevices",
      "/api/mdm/tags/n/adddevices",
    ]);
    expect([await port.hasTag(first, name), await port.hasTag(second, name)]).toEqual([true, true]);
    expect(await port.hasTag(first, name.slice(0, -1))).toBe(false);
  });

  test("an answer that is lost after its effect is repaired by trying again: one effect each", async () => {
    const port = portWith({ kind });
    const device = await found(port);
    const name = `iPad Publik ${newSerial()}`;
    const calls = await during(async () => {
      await control({ dropAfterEffect: 2 });
      expect((await failing(port.tagDevice(device, name))).retry).toBe(true);
      expect((await failing(port.tagDevice(device, name))).retry).toBe(true);
      await port.tagDevice(device, name);
    });
    expect(calls.filter(isPost).map((entry) => [entry.effect, entry.status])).toEqual([
      [true, 0],
      [true, 0],
    ]);
    expect(await port.hasTag(device, name)).toBe(true);
  });

  test("a request that arrives twice leaves one tag on the device", async () => {
    const port = portWith({ kind });
    const device = await found(port);
    const name = `iPad Publik ${newSerial()}`;
    const calls = await during(async () => {
      await control({ duplicate: 2 });
      await port.tagDevice(device, name);
    });
    expect(calls.filter((entry) => entry.path.endsWith("/adddevices"))).toHaveLength(2);
    expect(calls.filter(isEffect)).toHaveLength(2);
    expect(await port.hasTag(device, name)).toBe(true);
  });

  test("silence is Unavailable and may be tried again", async () => {
    const port = portWith({ kind }, { timeoutMs: 300 });
    await found(port);
    await control({ delayMs: 1000 });
    expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: true, key: "outbound.noAnswer" });
  });

  test("the check of a good connection is all good and changes nothing", async () => {
    const calls = await during(async () => {
      expect((await portWith({ kind }).check()).map(({ check, ok }) => [check, ok])).toEqual([
        ["sign_in", true],
        ["organization_group", true],
        ["device_lookup", true],
      ]);
    });
    expect(calls.filter(isEffect)).toEqual([]);
  });
});

describe("what can never be asked", () => {
  test("a device or tag id cannot turn the request into another one", async () => {
    const port = portWith({ kind: "basic" });
    const evil = { Tags: [{ Id: "../devices/bulk?x=", TagName: "iPad" }] };
    await control({ answerNext: [{ path: "/api/mdm/tags/search", status: 200, body: JSON.stringify(evil) }] });
    const device = await found(port);
    const calls = await during(() => failing(port.tagDevice(device, "iPad")));
    expect(calls.map((entry) => entry.path.split("?")[0])).toEqual(["/api/mdm/tags/search"]);
  });

  test("every request of this whole file was one of the five operations", async () => {
    const paths = new Set(
      (await log()).map((entry) => `${entry.method} ${entry.path.replace(/\?.*/, "").replace(/\d+/, "n")}`),
    );
    expect([...paths].sort()).toEqual([
      "GET /api/mdm/devices",
      "GET /api/mdm/tags/n/devices",
      "GET /api/mdm/tags/search",
      "POST /api/mdm/tags/addtag",
      "POST /api/mdm/tags/n/adddevices",
      "POST /connect/token",
    ]);
  });

  test.each(["", "  ", "ABC", "ABC DEF/../x", "ÅÄÖÅÄÖÅÄÖ", "A".repeat(21)])(
    "serial number %j is refused unasked",
    async (written) => {
      const calls = await during(async () => {
        await expect(portWith({ kind: "basic" }).findDevice(written)).rejects.toBeInstanceOf(Invalid);
      });
      expect(calls).toEqual([]);
    },
  );

  test("a tag name that they would cut off is refused unasked", async () => {
    const device = await found(portWith({ kind: "basic" }));
    await expect(portWith({ kind: "basic" }).tagDevice(device, "x".repeat(51))).rejects.toBeInstanceOf(Invalid);
  });

  test("an address that is not allowed is never called", async () => {
    const calls = await during(async () => {
      const error = await failing(portWith({ kind: "basic" }, { allowed: [] }).findDevice(newSerial()));
      expect(error).toMatchObject({ retry: false, key: "outbound.unlisted" });
    });
    expect(calls).toEqual([]);
  });

  test("a redirect is not followed: the password goes to nobody else", async () => {
    await control({
      answerNext: [{ path: "/api/mdm", status: 307, headers: { Location: `${simulatorUrl()}/elsewhere` } }],
    });
    const calls = await during(async () => {
      expect(await failing(portWith({ kind: "basic" }).findDevice(newSerial()))).toMatchObject({
        key: "outbound.redirected",
      });
    });
    expect(calls).toHaveLength(1);
  });
});
