/** What the portal needs of a system that manages devices, in the portal's own words. */
export type Mdm = {
  /** Of whom we ask: the host, for the line's history. */
  server: string;
  /**
   * The device with exactly this serial number, or null when the MDM does not know it (yet: Apple's list of purchased devices
   * arrives with some delay). An answer about any other device is refused. Throws Unavailable, or Invalid for a bad number.
   */
  findDevice(serialNumber: string): Promise<MdmDevice | null>;
  /**
   * Puts the tag on the device, making the tag when it is missing; done means read back. Safe to repeat: a device that has the
   * tag is left alone, and `changed` is false. The name holds at most 50 characters. Throws Unavailable, or Invalid for a bad name.
   */
  tagDevice(device: MdmDevice, tagName: string): Promise<{ changed: boolean }>;
  /** Is the tag on the device, as the MDM tells it now? Throws Unavailable. */
  hasTag(device: MdmDevice, tagName: string): Promise<boolean>;
  /** Tries the connection without changing anything; a check that fails is an answer, never an error. */
  check(): Promise<Check[]>;
};

export type MdmDevice = {
  /** The MDM's own number for the device. */
  id: string;
  uuid?: string;
  serialNumber: string;
  name: string;
  model: string;
  platform: string;
  /** Managed by the MDM now (A1: every iPad is enrolled at purchase). */
  enrolled: boolean;
  supervised: boolean;
  /** Null: never seen. */
  lastSeenAt: Date | null;
  userName?: string;
  organizationGroup?: string;
};

/** One thing that was tried; `detail` is technical and holds no secret. */
export type Check = { check: "sign_in" | "organization_group" | "device_lookup"; ok: boolean; detail: string };
