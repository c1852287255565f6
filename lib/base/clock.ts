import { processWide } from "./process-wide";

/** The only place that reads the machine's clock. With DEMO=1 the portal's clock may be moved; the machine's never is. */
const offset = processWide("clockOffsetMs", () => 0);

/** The portal's time: promises, timers, history. */
export function now(): Date {
  return new Date(Date.now() + offset.value);
}

/** The machine's time: sessions, tokens and everything else whose lifetime guards a secret. */
export function systemNow(): Date {
  return new Date();
}

/** Moves the portal's clock; milliseconds from the machine's. Only the demo clock calls it. */
export function setClockOffset(ms: number): void {
  offset.value = ms;
}
