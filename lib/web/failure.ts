import { DomainError, Unavailable } from "@/lib/base/errors";
import { log } from "@/lib/base/log";

const connectionCodes = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  // PostgreSQL: too many connections, shutting down, starting up.
  ...["53300", "57P01", "57P02", "57P03"],
];

/** Could the database not be reached? The fault may lie under drizzle's own error. */
export function isConnectionFault(fault: unknown): boolean {
  if (typeof fault !== "object" || fault === null) return false;
  const { code, cause } = fault as { code?: unknown; cause?: unknown };
  return connectionCodes.includes(String(code)) || (cause !== undefined && isConnectionFault(cause));
}

/** Whatever was thrown, as an error whose sentence may be shown; null for the unexpected, logged here once under `request`. */
export function domainErrorOf(fault: unknown, request: string): DomainError | null {
  if (fault instanceof DomainError) return fault;
  log().error({ request, fault: fault instanceof Error ? fault.stack : String(fault) }, "unexpected");
  return isConnectionFault(fault) ? new Unavailable("database") : null;
}
