import { describe, expect, test, vi } from "vitest";
import { systemNow } from "@/lib/base/clock";
import { control, during, failing, found, newSerial, planted, portWith, simulateMdm } from "../simulated";
import type { LogEntry } from "../simulator/log";

simulateMdm();

describe("signing in", () => {
  test("a wrong password is tried once, not once for every line, until someone tests the connection", async () => {
    const port = portWith({ kind: "basic", password: "wrong one" });
    const calls = await during(async () => {
      for (let line = 0; line < 5; line += 1)
        expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: false, key: "mdm.signInRefused" });
    });
    expect(calls.map((entry) => entry.status)).toEqual([401]);
    const checks = await during(async () => {
      expect((await port.check()).map((check) => check.ok)).toEqual([false, false, false]);
    });
    expect(checks.map((entry) => entry.status)).toEqual([401]);
  });

  test("a wrong client secret never reaches the API", async () => {
    const port = portWith({ kind: "oauth", clientSecret: "wrong one" });
    const calls = await during(async () => {
      expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: false, key: "mdm.signInRefused" });
    });
    expect(calls.map((entry) => [entry.path, entry.status])).toEqual([["/connect/token", 400]]);
  });

  test.each([
    [500, "", "mdm.unavailable"],
    [429, "", "mdm.unavailable"],
    [200, "<html>Maintenance</html>", "mdm.notTheApi"],
    [200, '{"token_type":"Bearer"}', "mdm.notTheApi"],
  ])("a token service that answers %i %s may be asked again", async (status, body, key) => {
    const port = portWith({ kind: "oauth", clientSecret: "another one" });
    await planted("/connect/token", status, body);
    expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: true, key });
  });

  test("a token is kept, and fetched anew five minutes before it expires", async () => {
    const port = portWith({ kind: "oauth" });
    await found(port);
    const tokens = (calls: LogEntry[]) => calls.filter((entry) => entry.path === "/connect/token").length;
    expect(tokens(await during(() => found(port)))).toBe(0);
    vi.useFakeTimers({ toFake: ["Date"], now: systemNow().getTime() + 54 * 60_000 });
    expect(tokens(await during(() => found(port)))).toBe(0);
    vi.setSystemTime(systemNow().getTime() + 2 * 60_000);
    expect(tokens(await during(() => found(port)))).toBe(1);
  });

  test("a token that they no longer accept is fetched anew once", async () => {
    const port = portWith({ kind: "oauth" });
    await found(port);
    await control({ expireTokens: true });
    const calls = await during(() => found(port));
    expect(calls.map((entry) => entry.status)).toEqual([401, 200, 200]);
  });

  test("a fresh token that is refused too ends it", async () => {
    const port = portWith({ kind: "oauth" });
    await found(port);
    const refusal = { path: "/api/mdm/devices", status: 401, body: JSON.stringify({ errorCode: 1005 }) };
    await control({ answerNext: [refusal, refusal, refusal] });
    const calls = await during(async () => {
      expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: false, key: "mdm.signInRefused" });
    });
    expect(calls.map((entry) => entry.status)).toEqual([401, 200, 401]);
    await port.check();
  });
});

describe("their limits", () => {
  test("429 with Retry-After: nobody asks again before that, then all is well", async () => {
    const port = portWith({ kind: "basic" });
    await control({ rateLimit: 1, retryAfterSeconds: 90 });
    const calls = await during(async () => {
      expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: true, key: "mdm.rateLimited" });
      expect((await failing(port.findDevice(newSerial()))).detail).toContain("wait 90 s");
    });
    expect(calls.map((entry) => entry.status)).toEqual([429]);
    vi.useFakeTimers({ toFake: ["Date"], now: systemNow().getTime() + 91_000 });
    await found(port);
  });

  test("503 without Retry-After may be tried again at once", async () => {
    const port = portWith({ kind: "basic" });
    await control({ failNext: 1, status: 503 });
    expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: true, key: "mdm.unavailable" });
    await found(port);
  });

  test("their own count at zero stops us before the limit does", async () => {
    const port = portWith({ kind: "basic" });
    const reset = String(Math.floor(systemNow().getTime() / 1000) + 60);
    const headers = { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset };
    await control({ answerNext: [{ path: "/api/mdm/devices", status: 204, headers }] });
    expect(await port.findDevice(newSerial())).toBeNull();
    const calls = await during(async () => {
      expect(await failing(port.findDevice(newSerial()))).toMatchObject({ retry: true, key: "mdm.rateLimited" });
    });
    expect(calls).toEqual([]);
    await port.check();
  });
});
