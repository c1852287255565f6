import { createHmac } from "node:crypto";

export type SimulatorCredentials = {
  username: string;
  password: string;
  tenantCode: string;
  clientId: string;
  clientSecret: string;
  organizationGroupId: number;
  /** The header `x-control-secret` of `/_control` and `/_log`. */
  controlSecret: string;
};

/** The simulator's credentials from one secret of the installation, so that web, worker and simulator agree without a file. */
export function simulatorCredentials(secret: string): SimulatorCredentials {
  const derived = (purpose: string) =>
    createHmac("sha256", secret).update(`mdm simulator ${purpose}`).digest("base64url");
  return {
    username: "serviceportalen-api",
    password: derived("password"),
    tenantCode: derived("tenant code"),
    clientId: derived("client id").slice(0, 24),
    clientSecret: derived("client secret"),
    organizationGroupId: 570,
    controlSecret: derived("control"),
  };
}
