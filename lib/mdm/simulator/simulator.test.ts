import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Unavailable } from "@/lib/base/errors";
import { guardedFetch } from "@/lib/base/guarded-fetch";
import { mdm, startMdmSimulator } from "../index";
import { allowed, called, credentials, found, isEffect, newSerial, simulateMdm, simulatorUrl } from "../simulated";
import type { LogEntry } from "./log";

simulateMdm();

describe("the simulator", () => {
  test("is reached through its own setting, whatever else is allowed", async () => {
    const port = mdm({ provider: "simulator" }, { allowed: [], simulator: { url: simulatorUrl(), credentials } });
    expect(await port.findDevice(newSerial())).toMatchObject({ enrolled: true });
    expect(port.server).toBe(new URL(simulatorUrl()).host);
  });

  test("does not exist without being started", () => {
    expect(() => mdm({ provider: "simulator" }, { allowed: [] })).toThrow(Unavailable);
  });

  test("remembers devices, tags and its log over a restart, and forgets tokens", async () => {
    const name = `iPad ${newSerial()}`;
    const own = mkdtempSync(join(tmpdir(), "mdm-"));
    const first = await startMdmSimulator({ port: 0, dir: own, credentials });
    const before = mdm({ provider: "simulator" }, { allowed, simulator: { url: first.url, credentials } });
    const device = await found(before);
    await before.tagDevice(device, name);
    await first.close();
    const port = Number(new URL(first.url).port);
    const second = await startMdmSimulator({ port, dir: own, credentials });
    const after = mdm({ provider: "simulator" }, { allowed, simulator: { url: second.url, credentials } });
    expect((await after.findDevice(device.serialNumber))?.id).toBe(device.id);
    expect(await after.hasTag(device, name)).toBe(true);
    const headers = { "x-control-secret": credentials.controlSecret };
    const entries = (await (await fetch(`${second.url}/_log`, { headers })).json()) as LogEntry[];
    expect(entries.filter(isEffect)).toHaveLength(2);
    expect(entries.filter((entry) => entry.status === 401)).toHaveLength(1);
    await second.close();
    rmSync(own, { recursive: true });
  });

  test("answers as they do: headers, HTML for unknown paths, XML for whoever does not ask for JSON", async () => {
    const { username, password, tenantCode } = credentials;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    const headers = { authorization, "aw-tenant-code": tenantCode, accept: "application/json;version=1" };
    const request = { method: "GET", headers };
    const known = await guardedFetch(
      `${simulatorUrl()}/API/mdm/Devices?searchBy=SerialNumber&id=${newSerial()}`,
      request,
      allowed,
    );
    expect(known.status).toBe(200);
    expect(JSON.parse(known.text)).toMatchObject({
      Id: { Value: expect.any(Number) },
      LastComplianceCheckOn: expect.stringMatching(/^0001/),
    });
    for (const name of ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "x-api-version"])
      expect(known.headers[name]).toBeTruthy();
    const unknown = await guardedFetch(
      `${simulatorUrl()}/api/mdm/devices/bulk`,
      { ...request, method: "POST" },
      allowed,
    );
    expect(unknown).toMatchObject({ status: 404, text: expect.stringContaining("<!DOCTYPE html>") });
    const badSearch = await guardedFetch(`${simulatorUrl()}/api/mdm/devices?searchby=Udid&id=1`, request, allowed);
    expect(badSearch.status).toBe(422);
    const xml = await guardedFetch(
      `${simulatorUrl()}/api/mdm/tags/search`,
      { method: "GET", headers: { ...headers, accept: "*/*" } },
      allowed,
    );
    expect(xml.headers["content-type"]).toContain("xml");
  });

  test("its control needs the secret", async () => {
    await expect(called("/_log", undefined, "guess")).rejects.toThrow("404");
    await expect(called("/_control", { failNext: 1 }, "guess")).rejects.toThrow("404");
    await expect(called("/_control", { explode: true })).rejects.toThrow("400");
  });
});
