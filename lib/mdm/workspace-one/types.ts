import * as z from "zod";

/** Their vocabulary, REST version 1 of the MDM API: only the fields we read, everything else is dropped unread. */

/** `{ "Value": 5614 }`, on some servers and endpoints the bare number. */
export const WsId = z.union([z.number().int(), z.string().regex(/^\d+$/), z.object({ Value: z.number().int() })]);
export type WsId = z.infer<typeof WsId>;

const text = z.string().nullish();
const flag = z.union([z.boolean(), z.string(), z.number()]).nullish();

export const WsDevice = z.object({
  Id: WsId,
  Uuid: text,
  SerialNumber: z.string(),
  DeviceFriendlyName: text,
  Model: text,
  Platform: text,
  /** "Enrolled" in the specification, a number from some servers. */
  EnrollmentStatus: z.union([z.string(), z.number()]).nullish(),
  IsSupervised: flag,
  LastSeen: text,
  UserName: text,
  LocationGroupName: text,
});
export type WsDevice = z.infer<typeof WsDevice>;

export const WsTags = z.object({ Tags: z.array(z.object({ Id: WsId, TagName: z.string() })).nullish() });
export type WsTags = z.infer<typeof WsTags>;

export const WsCreated = z.union([WsId, z.object({ Id: WsId })]);

/** The devices of a tag: `{ Device: [...] }` in the specification, `Devices` in its other lists. */
const listed = z.array(z.object({ DeviceId: WsId })).nullish();
export const WsTagDevices = z.object({ Device: listed, Devices: listed });
export type WsTagDevices = z.infer<typeof WsTagDevices>;

/** HTTP 200 also when items failed: the faults say so. */
export const WsBulk = z.object({
  TotalItems: z.number().nullish(),
  AcceptedItems: z.number().nullish(),
  FailedItems: z.number().nullish(),
  Faults: z
    .object({
      Fault: z.array(z.object({ ErrorCode: z.number().nullish(), ItemValue: text, Message: text })).nullish(),
    })
    .nullish(),
});
export type WsBulk = z.infer<typeof WsBulk>;

/** `message` is left out on purpose: real ones quote user names and API keys. */
export const WsFault = z.object({ errorCode: z.number(), activityId: text });
export type WsFault = z.infer<typeof WsFault>;

export const WsToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3600),
});
