import type { MdmDevice } from "../port";
import type { WsBulk, WsDevice, WsId, WsTagDevices, WsTags } from "./types";

export const idOf = (id: WsId): string => String(typeof id === "object" ? id.Value : id);

export function deviceOf(device: WsDevice): MdmDevice {
  return {
    id: idOf(device.Id),
    ...(device.Uuid ? { uuid: device.Uuid } : {}),
    serialNumber: device.SerialNumber.trim().toUpperCase(),
    name: device.DeviceFriendlyName ?? "",
    model: device.Model ?? "",
    platform: device.Platform ?? "",
    enrolled: isEnrolled(device.EnrollmentStatus),
    supervised: isTrue(device.IsSupervised),
    lastSeenAt: instantOf(device.LastSeen),
    ...(device.UserName ? { userName: device.UserName } : {}),
    ...(device.LocationGroupName ? { organizationGroup: device.LocationGroupName } : {}),
  };
}

/** Their order of states puts Enrolled fourth, after Discovered, Registered and EnrollmentInProgress. */
function isEnrolled(status: WsDevice["EnrollmentStatus"]): boolean {
  return String(status ?? "").toLowerCase() === "enrolled" || String(status) === "4";
}

function isTrue(flag: WsDevice["IsSupervised"]): boolean {
  return ["true", "1", "y", "yes"].includes(String(flag ?? "").toLowerCase());
}

/**
 * Their instants come in several layouts, mostly without a zone (then UTC, which their documents do not promise):
 * `2021-06-28T04:35:20.150`, `2026-04-17T06:05:42.2172182-07:00`, `10/27/2023 3:05:53 PM`, `/Date(1368076195887)/`.
 * The year 1 (which JavaScript may read as 1901) means never, and what cannot be read counts as never.
 */
export function instantOf(written: string | null | undefined): Date | null {
  const text = (written ?? "").trim();
  const epoch = /^\/Date\((-?\d+)/.exec(text)?.[1];
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2}):(\d{2})(?: ?([AP]M))?)?$/i.exec(text);
  const instant = epoch ? new Date(Number(epoch)) : american ? fromAmerican(american) : fromIso(text);
  return !instant || Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1990 ? null : instant;
}

function fromAmerican([, month, day, year, hour = "0", minute = "0", second = "0", half]: string[]): Date {
  const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === "PM" ? 12 : 0) : Number(hour);
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second)));
}

function fromIso(text: string): Date | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (!parts) return null;
  const [, date, time = "00:00:00", fraction = "", zone = "Z"] = parts;
  return new Date(`${date}T${time}${fraction.slice(0, 4)}${zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
}

/** The ids of the tags with this very name; their search also answers with names that only contain it. The oldest tag first. */
export function tagIdsOf(answer: WsTags, name: string): string[] {
  return (answer.Tags ?? [])
    .filter((tag) => tag.TagName.trim().toLowerCase() === name.trim().toLowerCase())
    .map((tag) => idOf(tag.Id))
    .sort((a, b) => Number(a) - Number(b));
}

export const deviceIdsOf = (answer: WsTagDevices): string[] =>
  [...(answer.Device ?? []), ...(answer.Devices ?? [])].map((device) => idOf(device.DeviceId));

/** The error codes of a bulk answer whose HTTP status was 200; null when every item was accepted. */
export function bulkFaultOf(answer: WsBulk): string | null {
  const codes = (answer.Faults?.Fault ?? []).map((fault) => `errorCode ${fault.ErrorCode ?? "?"}`);
  if (codes.length === 0 && !answer.FailedItems) return null;
  return codes.join(", ") || `${answer.FailedItems} failed`;
}
