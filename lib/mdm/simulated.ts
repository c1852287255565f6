import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { Unavailable } from "@/lib/base/errors";
import { type MdmOptions, mdm, simulatorCredentials, startMdmSimulator } from "./index";
import type { Mdm, MdmDevice } from "./port";
import { WorkspaceOneSettings } from "./schema";
import type { Faults } from "./simulator/faults";
import type { LogEntry } from "./simulator/log";
import type { MdmSimulator } from "./simulator/start-mdm-simulator";

/** For tests: one simulator for the file, in good health before each test, and the real adapter towards it. */
export const credentials = simulatorCredentials("a secret of this test");
export const allowed: readonly string[] = ["127.0.0.0/8"];

let running: MdmSimulator | undefined;

export function simulateMdm(): void {
  const dir = mkdtempSync(join(tmpdir(), "mdm-"));
  beforeAll(async () => {
    running = await startMdmSimulator({ port: 0, dir, credentials });
  });
  beforeEach(() => control({}));
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(async () => {
    await running?.close();
    rmSync(dir, { recursive: true });
  });
}

export function simulatorUrl(): string {
  if (!running) throw new TypeError("simulateMdm() was not called");
  return running.url;
}

type SignIn = { kind: "basic" | "oauth"; [changed: string]: string };

export function portWith(auth: SignIn, options: Partial<MdmOptions> = {}): Mdm {
  const { username, password, tenantCode, clientId, clientSecret, organizationGroupId } = credentials;
  const right =
    auth.kind === "basic"
      ? { username, password, tenantCode }
      : { tokenUrl: `${simulatorUrl()}/connect/token`, clientId, clientSecret };
  const body = { provider: "workspace_one", url: simulatorUrl(), auth: { ...right, ...auth }, organizationGroupId };
  return mdm(WorkspaceOneSettings.parse(body), { allowed, timeoutMs: 5000, ...options });
}

/** What the simulator's control answers; throws on any status but 200. */
export async function called(path: string, body?: object, secret = credentials.controlSecret): Promise<unknown> {
  const sent = body ? { method: "POST", body: JSON.stringify(body) } : {};
  const answer = await fetch(simulatorUrl() + path, { headers: { "x-control-secret": secret }, ...sent });
  if (answer.status !== 200) throw new RangeError(`${path} ${answer.status}`);
  return answer.json();
}

type Planted = Partial<Omit<Faults, "answerNext">> & {
  answerNext?: { path: string; status: number; headers?: Record<string, string>; body?: string }[];
};

export const control = (faults: Planted): Promise<unknown> => called("/_control", faults);

/** The next request whose path begins so gets this answer instead of a true one. */
export function planted(path: string, status: number, body: unknown = "", headers = {}): Promise<unknown> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return control({ answerNext: [{ path, status, headers, body: text }] });
}

export const log = async (): Promise<LogEntry[]> => (await called("/_log")) as LogEntry[];

/** The requests that reached the simulator meanwhile. */
export async function during(act: () => Promise<unknown>): Promise<LogEntry[]> {
  const before = (await log()).length;
  await act();
  return (await log()).slice(before);
}

export const isEffect = (entry: LogEntry): boolean => entry.effect;
export const isPost = (entry: LogEntry): boolean => entry.method === "POST" && entry.path.startsWith("/api");

export async function failing(act: Promise<unknown>): Promise<Unavailable> {
  const error = await act.then(
    () => new TypeError("did not fail"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Unavailable);
  return error as Unavailable;
}

let serial = 0;

export function newSerial(prefix = "DMPX"): string {
  serial += 1;
  return `${prefix}${String(serial).padStart(8, "0")}`;
}

export async function found(port: Mdm, serialNumber = newSerial()): Promise<MdmDevice> {
  const device = await port.findDevice(serialNumber);
  if (!device) throw new TypeError(`${serialNumber} was not found`);
  return device;
}
