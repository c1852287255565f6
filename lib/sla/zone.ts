import { Temporal } from "temporal-polyfill";

/** A stretch of time, in milliseconds since 1970, during which a zone's offset from UTC stays the same. */
export type OffsetStretch = { from: number; to: number; offset: number };

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

export function utcYear(at: number): number {
  return new Date(at).getUTCFullYear();
}

/** What a zone's wall clocks do. */
export type Zone = {
  /** The stretches that make up one UTC year. */
  stretches(year: number): OffsetStretch[];
  /** The stretch, cut to its UTC year, in which an instant lies. */
  stretchAt(at: number): OffsetStretch;
};

const zones = new Map<string, Zone>();

/** Temporal is asked once for each zone and year. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const years = new Map<number, OffsetStretch[]>();
  const stretches = (year: number) => {
    const found = years.get(year) ?? findStretches(timeZone, year);
    years.set(year, found);
    return found;
  };
  let latest: OffsetStretch = { from: 0, to: 0, offset: 0 };
  const stretchAt = (at: number) => {
    if (at >= latest.from && at < latest.to) return latest;
    latest = stretches(utcYear(at)).find((stretch) => at < stretch.to) ?? latest;
    return latest;
  };
  const zone = { stretches, stretchAt };
  zones.set(timeZone, zone);
  return zone;
}

/** Milliseconds to add to an instant for its wall-clock time. */
export function offsetAt(timeZone: string, at: number): number {
  return zoneOf(timeZone).stretchAt(at).offset;
}

/** The local date of an instant, in days since 1970-01-01. */
export function localDay(timeZone: string, at: number): number {
  return Math.floor((at + offsetAt(timeZone, at)) / dayMs);
}

/** Milliseconds since local midnight, as the wall clock shows them. */
export function wallMsAt(timeZone: string, at: number): number {
  const local = at + offsetAt(timeZone, at);
  return local - Math.floor(local / dayMs) * dayMs;
}

/** "YYYY-MM-DD" to days since 1970-01-01. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

const dates = new Map<number, string>();

/** Days since 1970-01-01 to "YYYY-MM-DD". */
export function dateOfDay(day: number): string {
  const known = dates.get(day);
  if (known) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** "HH:MM" to milliseconds after local midnight. */
export function wallTimeMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minuteMs;
}

/** ISO 8601 with the zone's offset, "2027-01-08T16:00:00+01:00"; milliseconds only where there are any. */
export function isoInZone(at: Date, timeZone: string): string {
  const offset = offsetAt(timeZone, at.getTime());
  const local = new Date(at.getTime() + offset).toISOString();
  const minutes = Math.abs(Math.round(offset / minuteMs));
  const hours = `${Math.floor(minutes / 60)}`.padStart(2, "0");
  return `${local.replace(/(\.000)?Z$/, "")}${offset < 0 ? "-" : "+"}${hours}:${`${minutes % 60}`.padStart(2, "0")}`;
}

function findStretches(timeZone: string, year: number): OffsetStretch[] {
  const end = Date.UTC(year + 1, 0);
  const found: OffsetStretch[] = [];
  let from = Date.UTC(year, 0);
  while (from < end) {
    const here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
    const next = here.getTimeZoneTransition("next");
    const to = Math.min(next ? next.epochMilliseconds : end, end);
    found.push({ from, to, offset: Math.round(here.offsetNanoseconds / 1e6) });
    from = to;
  }
  return found;
}
