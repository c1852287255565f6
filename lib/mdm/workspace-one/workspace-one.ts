import { Invalid, Unavailable } from "@/lib/base/errors";
import type { GuardedFetch } from "@/lib/base/guarded-fetch";
import { hashOf } from "@/lib/base/ids";
import type { Check, Mdm, MdmDevice } from "../port";
import { SerialNumber, TagName, type WorkspaceOneSettings } from "../schema";
import { release } from "./hold";
import { type Answer, ask, read } from "./http";
import type { Connection } from "./sign-in";
import { bulkFaultOf, deviceIdsOf, deviceOf, idOf, tagIdsOf } from "./translate";
import { WsBulk, WsCreated, WsDevice, WsTagDevices, WsTags } from "./types";

type Surroundings = { allowed: readonly string[]; fetch: GuardedFetch; timeoutMs: number };

export function workspaceOne(settings: WorkspaceOneSettings, surroundings: Surroundings): Mdm {
  const { auth, organizationGroupId } = settings;
  const base = settings.url.replace(/\/+$/, "").replace(/(\/api)?$/i, "/api");
  const key = hashOf(JSON.stringify([base, auth, organizationGroupId]));
  const connection: Connection = { base, auth, organizationGroupId, key, ...surroundings };
  return {
    server: new URL(base).host,
    findDevice: (serialNumber) => findDevice(connection, serialNumber),
    tagDevice: (device, tagName) => tagDevice(connection, device, tagName),
    hasTag: (device, tagName) => hasTag(connection, device, tagName),
    check: () => check(connection),
  };
}

async function findDevice(connection: Connection, typed: string): Promise<MdmDevice | null> {
  const serialNumber = SerialNumber.safeParse(typed).data;
  // An empty search value is answered with the first device of the tenant by some of their searches.
  if (!serialNumber) throw new Invalid([{ path: "serialNumber", key: "mdm.serialNumber" }]);
  const answer = await lookUp(connection, serialNumber);
  if (answer.status === 404 || answer.body === undefined) return null;
  const device = deviceOf(read("readDevice", WsDevice, answer));
  if (device.serialNumber === serialNumber) return device;
  const detail = `GET /mdm/devices: asked for ${serialNumber}, answered with ${device.serialNumber}`;
  throw new Unavailable(detail, false, "mdm.wrongDevice");
}

const lookUp = (connection: Connection, serialNumber: string): Promise<Answer> =>
  ask(connection, "readDevice", { query: { searchby: "Serialnumber", id: serialNumber }, expects: [404] });

/** Reads before and after, so that a repeat after a lost answer changes nothing and a fault "already tagged" is no failure. */
async function tagDevice(connection: Connection, device: MdmDevice, written: string): Promise<{ changed: boolean }> {
  const name = tagNameOf(written);
  const tagId = (await findTag(connection, name)) ?? (await createTag(connection, name));
  if (await isOnTag(connection, tagId, device)) return { changed: false };
  const body = { BulkValues: { Value: [device.id] } };
  const answer = await ask(connection, "addDevicesToTag", { id: tagId, body });
  const fault = answer.body === undefined ? null : bulkFaultOf(read("addDevicesToTag", WsBulk, answer));
  if (await isOnTag(connection, tagId, device)) return { changed: true };
  const detail = `POST /mdm/tags/{id}/adddevices ${answer.status}, not on the device${fault ? `: ${fault}` : ""}`;
  throw new Unavailable(detail, true, "mdm.tagNotSeen");
}

async function hasTag(connection: Connection, device: MdmDevice, written: string): Promise<boolean> {
  const tagId = await findTag(connection, tagNameOf(written));
  return tagId !== null && isOnTag(connection, tagId, device);
}

function tagNameOf(written: string): string {
  const name = TagName.safeParse(written).data;
  if (!name) throw new Invalid([{ path: "tagName", key: "mdm.tagName" }]);
  return name;
}

async function findTag(connection: Connection, name: string): Promise<string | null> {
  const answer = await searchTags(connection, { name, pagesize: 500 });
  return answer.body === undefined ? null : (tagIdsOf(read("searchTags", WsTags, answer), name)[0] ?? null);
}

const searchTags = (connection: Connection, query: { name?: string; pagesize: number }): Promise<Answer> =>
  ask(connection, "searchTags", { query: { ...query, organizationgroupid: connection.organizationGroupId } });

async function createTag(connection: Connection, name: string): Promise<string> {
  const body = { TagName: name, TagType: "Device", LocationGroupId: connection.organizationGroupId };
  const answer = await ask(connection, "addTag", { body, expects: [400, 409, 422] });
  if (answer.status < 300) {
    const created = read("addTag", WsCreated, answer);
    return idOf(typeof created === "object" && "Id" in created ? created.Id : created);
  }
  // Someone else made it between our search and our request.
  const tagId = await findTag(connection, name);
  if (tagId !== null) return tagId;
  throw new Unavailable(`POST /mdm/tags/addtag ${answer.status}`, false, "mdm.refused");
}

async function isOnTag(connection: Connection, tagId: string, device: MdmDevice): Promise<boolean> {
  const answer = await ask(connection, "devicesOfTag", { id: tagId });
  return answer.body !== undefined && deviceIdsOf(read("devicesOfTag", WsTagDevices, answer)).includes(device.id);
}

/** A well-formed serial number that Apple never issues: any answer in their own words shows that the search works. */
const nobodysSerialNumber = "000000000000";

/** Two questions, three answers: whoever is told that a right is missing or a group unknown has been let in. */
async function check(connection: Connection): Promise<Check[]> {
  release(connection.key);
  const group = await tried(async () => {
    const answer = await searchTags(connection, { pagesize: 1 });
    if (answer.body !== undefined) read("searchTags", WsTags, answer);
    return answer;
  });
  const lookup = await tried(() => lookUp(connection, nobodysSerialNumber));
  const wasLetIn = group.ok || group.key === "mdm.notAllowed" || group.key === "mdm.refused";
  return [
    { check: "sign_in", ok: wasLetIn, detail: group.detail },
    { check: "organization_group", ok: group.ok, detail: group.detail },
    { check: "device_lookup", ok: lookup.ok, detail: lookup.detail },
  ];
}

type Tried = { ok: true; detail: string } | { ok: false; detail: string; key: string };

async function tried(attempt: () => Promise<Answer>): Promise<Tried> {
  try {
    return { ok: true, detail: `HTTP ${(await attempt()).status}` };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { ok: false, detail: error.detail, key: error.key };
  }
}
