import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bulkFaultOf, deviceIdsOf, deviceOf, idOf, instantOf, tagIdsOf } from "./translate";
import { WsBulk, WsDevice, WsTagDevices, WsTags } from "./types";

/** A device as they answer it, with the fields we do not read and the layouts that vary. */
const answered = {
  Id: { Value: 5614 },
  Uuid: "1f0c9a52-7f0e-4a4f-8a41-5b3f2f6c0a11",
  Udid: "1f0c9a527f0e4a4f8a415b3f2f6c0a11",
  SerialNumber: "dmpxk1abc123",
  DeviceFriendlyName: "iPad Åsa",
  Platform: "Apple",
  PlatformId: { Id: { Value: 2 }, Name: "Apple" },
  Model: "iPad (10th generation)",
  LastSeen: "2026-09-01T07:00:20.150",
  LastComplianceCheckOn: "0001-01-01T00:00:00.000",
  EnrollmentStatus: "Enrolled",
  IsSupervised: true,
  ManagedBy: 1,
  UserName: "asa",
  LocationGroupName: "iPad",
};
const device = (changes: object = {}) => deviceOf(WsDevice.parse({ ...answered, ...changes }));

describe("a device", () => {
  test("in our words", () => {
    expect(device()).toEqual({
      id: "5614",
      uuid: answered.Uuid,
      serialNumber: "DMPXK1ABC123",
      name: "iPad Åsa",
      model: "iPad (10th generation)",
      platform: "Apple",
      enrolled: true,
      supervised: true,
      lastSeenAt: new Date("2026-09-01T07:00:20.150Z"),
      userName: "asa",
      organizationGroup: "iPad",
    });
  });

  test.each([
    [{ EnrollmentStatus: "Enrolled" }, true],
    [{ EnrollmentStatus: "ENROLLED" }, true],
    [{ EnrollmentStatus: 4 }, true],
    [{ EnrollmentStatus: "Unenrolled" }, false],
    [{ EnrollmentStatus: "EnrollmentInProgress" }, false],
    [{ EnrollmentStatus: "USER_ENROLLED" }, false],
    [{ EnrollmentStatus: 8 }, false],
    [{ EnrollmentStatus: null }, false],
  ])("%j: enrolled is %s", (changes, enrolled) => expect(device(changes).enrolled).toBe(enrolled));

  test.each([
    [true, true],
    ["True", true],
    ["Y", true],
    [1, true],
    [false, false],
    ["N", false],
    [0, false],
    [null, false],
  ])("IsSupervised %j: %s", (IsSupervised, supervised) => expect(device({ IsSupervised }).supervised).toBe(supervised));

  test("what they leave out is left out", () => {
    const bare = deviceOf(WsDevice.parse({ Id: 7, SerialNumber: "ABCDEF123456", LastSeen: "0001-01-01T00:00:00.000" }));
    expect(bare).toEqual({
      id: "7",
      serialNumber: "ABCDEF123456",
      name: "",
      model: "",
      platform: "",
      enrolled: false,
      supervised: false,
      lastSeenAt: null,
    });
  });

  test.each([[{ Value: 5614 }], [5614], ["5614"]])("an id written as %j", (id) => expect(idOf(id)).toBe("5614"));
});

describe("an instant", () => {
  test.each([
    ["2021-06-28T04:35:20.150", "2021-06-28T04:35:20.150Z"],
    ["2021-06-28T04:35:20", "2021-06-28T04:35:20.000Z"],
    ["2021-06-28 04:35:20", "2021-06-28T04:35:20.000Z"],
    ["2021-06-28", "2021-06-28T00:00:00.000Z"],
    ["2021-07-07T10:06:04.433Z", "2021-07-07T10:06:04.433Z"],
    ["2026-04-17T06:05:42.2172182-07:00", "2026-04-17T13:05:42.217Z"],
    ["2026-04-17T06:05:42+0200", "2026-04-17T04:05:42.000Z"],
    ["10/27/2023 3:05:53 PM", "2023-10-27T15:05:53.000Z"],
    ["10/27/2023 12:05:53 AM", "2023-10-27T00:05:53.000Z"],
    ["10/27/2023 12:05:53 PM", "2023-10-27T12:05:53.000Z"],
    ["10/27/2023 23:05:53", "2023-10-27T23:05:53.000Z"],
    ["/Date(1368076195887)/", "2013-05-09T05:09:55.887Z"],
  ])("%s is %s", (written, expected) => expect(instantOf(written)?.toISOString()).toBe(expected));

  test.each([
    ["0001-01-01T00:00:00.000"],
    ["1/1/0001 12:00:00 AM"],
    [""],
    [" "],
    ["soon"],
    ["2026-13-45"],
    [null],
    [undefined],
  ])("%j is never", (written) => expect(instantOf(written)).toBeNull());

  test("any text gives an instant or never, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const instant = instantOf(text);
        expect(instant === null || !Number.isNaN(instant.getTime())).toBe(true);
      }),
    );
  });
});

describe("tags", () => {
  const found = WsTags.parse({
    Tags: [
      { Id: { Value: 90 }, TagName: "iPad Personlig gammal" },
      { Id: { Value: 12 }, TagName: "ipad personlig" },
      { Id: 9, TagName: " iPad Personlig " },
    ],
    Total: 3,
  });
  test("only the very name counts, the oldest first", () =>
    expect(tagIdsOf(found, "iPad Personlig")).toEqual(["9", "12"]));
  test("none at all", () => expect(tagIdsOf(WsTags.parse({ Tags: null }), "x")).toEqual([]));
  test("the devices of a tag, under either name", () => {
    expect(deviceIdsOf(WsTagDevices.parse({ Device: [{ DeviceId: 1 }, { DeviceId: { Value: 2 } }] }))).toEqual([
      "1",
      "2",
    ]);
    expect(deviceIdsOf(WsTagDevices.parse({ Devices: [{ DeviceId: 3 }] }))).toEqual(["3"]);
    expect(deviceIdsOf(WsTagDevices.parse({}))).toEqual([]);
  });
});

test("a bulk answer of status 200 may hold faults", () => {
  expect(
    bulkFaultOf(WsBulk.parse({ TotalItems: 1, AcceptedItems: 1, FailedItems: 0, Faults: { Fault: [] } })),
  ).toBeNull();
  expect(bulkFaultOf(WsBulk.parse({ TotalItems: 1, AcceptedItems: 1 }))).toBeNull();
  expect(bulkFaultOf(WsBulk.parse({ FailedItems: 1, Faults: { Fault: [{ ErrorCode: 5002 }] } }))).toBe(
    "errorCode 5002",
  );
  expect(bulkFaultOf(WsBulk.parse({ FailedItems: 2, Faults: null }))).toBe("2 failed");
});
