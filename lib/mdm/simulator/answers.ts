import { now } from "@/lib/base/clock";
import { newId } from "@/lib/base/ids";
import type { Call, OperationName } from "./operations";
import type { Device, State, Tag } from "./state";

/** `effect`: did this request change what the MDM knows, beyond meeting a device for the first time? */
export type Reply = { status: number; body?: unknown; effect: boolean };

export const fault = (status: number, errorCode: number, message: string): Reply => ({
  status,
  body: { errorCode, message, activityId: newId() },
  effect: false,
});

type Answers = { [N in OperationName]: (state: State, call: Call<N>) => Reply };

/** Status codes and shapes as the vendor's documents and recorded traffic show them: PascalCase, `Id.Value`, bulk faults at 200. */
export const answers: Answers = { readDevice, searchTags, addTag, addDevicesToTag, devicesOfTag };

function readDevice(state: State, { query }: Call<"readDevice">): Reply {
  const serialNumber = query.id.toUpperCase();
  const known = state.devices.find((device) => device.serialNumber === serialNumber);
  if (!known && !isEnrolledByNow(state, serialNumber)) return fault(404, 5061, "Device not found for this request.");
  const device = known ?? enrol(state, serialNumber);
  return { status: 200, body: deviceBody(device), effect: false };
}

/** A1: the supplier enrols every iPad at purchase. SENT…: Apple's list arrives late; SAKNAS…: was never on it. */
function isEnrolledByNow(state: State, serialNumber: string): boolean {
  if (!/^[A-Z0-9]{8,20}$/.test(serialNumber) || /^(SAKNAS|0+$)/.test(serialNumber)) return false;
  if (!serialNumber.startsWith("SENT")) return true;
  const asked = (state.lookups[serialNumber] ?? 0) + 1;
  state.lookups[serialNumber] = asked;
  return asked > 2;
}

function enrol(state: State, serialNumber: string): Device {
  const device = { id: state.nextId, uuid: newId(), serialNumber, enrolledAt: zoneless(now()) };
  state.nextId += 1;
  state.devices.push(device);
  return device;
}

/** Their instants carry no zone. */
const zoneless = (instant: Date): string => instant.toISOString().slice(0, 23);

function deviceBody({ id, uuid, serialNumber, enrolledAt }: Device): unknown {
  return {
    Id: { Value: id },
    Uuid: uuid,
    Udid: uuid.replaceAll("-", ""),
    SerialNumber: serialNumber,
    MacAddress: "0200000000".concat(String(id % 100).padStart(2, "0")),
    DeviceFriendlyName: `iPad ${serialNumber}`,
    DeviceReportedName: "iPad",
    LocationGroupId: { Id: { Value: 570 }, Name: "iPad", Uuid: "8f0c6f0e-55f4-4f0e-9d4c-3f0a1f6c5701" },
    LocationGroupName: "iPad",
    UserName: "staging",
    UserEmailAddress: "",
    Ownership: "C",
    Platform: "Apple",
    PlatformId: { Id: { Value: 2 }, Name: "Apple" },
    Model: "iPad (10th generation) Wi-Fi",
    OperatingSystem: "18.1.0",
    LastSeen: enrolledAt,
    LastEnrolledOn: enrolledAt,
    LastComplianceCheckOn: "0001-01-01T00:00:00.000",
    EnrollmentStatus: "Enrolled",
    ComplianceStatus: "Compliant",
    CompromisedStatus: false,
    IsSupervised: true,
    EnrolledViaDEP: true,
    DataEncryptionYN: "Y",
    ManagedBy: 1,
  };
}

function searchTags(state: State, { query }: Call<"searchTags">): Reply {
  const { name = "", organizationgroupid, page, pagesize } = query;
  const hits = state.tags.filter(
    (tag) =>
      tag.name.toLowerCase().includes(name.toLowerCase()) &&
      (organizationgroupid === undefined || tag.organizationGroupId === organizationgroupid),
  );
  const Tags = hits.slice(page * pagesize, (page + 1) * pagesize).map(tagBody);
  return { status: 200, body: { Tags, Page: page, PageSize: pagesize, Total: hits.length }, effect: false };
}

const tagBody = ({ id, uuid, name }: Tag): unknown => ({
  Id: { Value: id },
  TagName: name,
  TagAvatar: name,
  Uuid: uuid,
});

function addTag(state: State, { body }: Call<"addTag">): Reply {
  const name = body.TagName.slice(0, 50);
  const organizationGroupId = body.LocationGroupId;
  const isTaken = state.tags.some((tag) => tag.name === name && tag.organizationGroupId === organizationGroupId);
  if (isTaken) return fault(400, 6, "Tag name already exists.");
  const id = state.nextId;
  state.nextId += 1;
  state.tags.push({ id, uuid: newId(), name, organizationGroupId, devices: [] });
  return { status: 200, body: { Value: id }, effect: true };
}

function addDevicesToTag(state: State, { id, body }: Call<"addDevicesToTag">): Reply {
  const tag = state.tags.find((candidate) => candidate.id === id);
  if (!tag) return fault(400, 6, "Invalid tag id");
  const values = body.BulkValues.Value;
  const Fault = values.flatMap((value) => tagOne(state, tag, value));
  const counts = { TotalItems: values.length, AcceptedItems: values.length - Fault.length, FailedItems: Fault.length };
  return { status: 200, body: { ...counts, Faults: { Fault } }, effect: counts.AcceptedItems > 0 };
}

function tagOne(state: State, tag: Tag, value: string): { ErrorCode: number; ItemValue: string; Message: string }[] {
  const device = state.devices.find((candidate) => String(candidate.id) === value);
  if (!device) return [{ ErrorCode: 5002, ItemValue: value, Message: "Device not found" }];
  if (tag.devices.some((tagged) => tagged.id === device.id))
    return [{ ErrorCode: 6, ItemValue: value, Message: "Device is already tagged" }];
  tag.devices.push({ id: device.id, taggedAt: zoneless(now()) });
  return [];
}

function devicesOfTag(state: State, { id }: Call<"devicesOfTag">): Reply {
  const tag = state.tags.find((candidate) => candidate.id === id);
  if (!tag) return fault(400, 6, "Invalid tag id");
  const Device = tag.devices.flatMap(({ id: deviceId, taggedAt }) =>
    state.devices
      .filter((device) => device.id === deviceId)
      .map((device) => ({
        DeviceId: device.id,
        DeviceUuid: device.uuid,
        FriendlyName: `iPad ${device.serialNumber}`,
        DateTagged: taggedAt,
        DeviceLastSeen: device.enrolledAt,
      })),
  );
  return { status: 200, body: { Device }, effect: false };
}
