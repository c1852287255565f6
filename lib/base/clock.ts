/** The only place that reads the machine's clock. With DEMO=1 the portal's clock may be moved; the machine's never is. */
let offsetMs = 0;

/** The portal's time: promises, timers, history. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** The machine's time: sessions, tokens and everything else whose lifetime guards a secret. */
export function systemNow(): Date {
  return new Date();
}

/** Moves the portal's clock; milliseconds from the machine's. Only the demo clock calls it. */
export function setClockOffset(ms: number): void {
  offsetMs = ms;
}

/** Milliseconds between the portal's clock and the machine's. */
export function clockOffset(): number {
  return offsetMs;
}
