import pino from "pino";
import { env } from "./env";
import { processWide } from "./process-wide";

const shared = processWide<pino.Logger | null>("log", () => null);

/** Structured, one JSON object a line, never personal data: ids and references only. */
export function log(): pino.Logger {
  shared.value ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    redact: ["password", "clientSecret", "authorization", "cookie", "email", "name"],
  });
  return shared.value;
}
