import type { Zone } from "./zone.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A part of the period that one report covers: from `from` to before `to`, in milliseconds since 1970. */
export interface ReportWindow {
  readonly from: number;
  readonly to: number;
  /** Minutes from UTC in which the service is asked. */
  readonly offset: number;
}

/**
 * Splits a period into windows: at each `days`-th midnight of the zone, and where its offset changes, so that the times
 * in each report are those of the zone's clocks. They adjoin without a gap. Where `days` is undefined there is one.
 */
export function* windowsOf(zone: Zone, from: number, to: number, days: number | undefined): Iterable<ReportWindow> {
  for (let at = from; at < to; ) {
    const midnight = days === undefined ? to : Math.min(to, zone.midnightAfter(at, days));
    const end = days === undefined ? to : (zone.changeBetween(at, midnight) ?? midnight);
    yield { from: at, to: end, offset: zone.offsetAt(at) };
    at = end;
  }
}

/**
 * The first and the last moment of a window as the service takes them: the clock of its offset, both included. A report
 * counts in seconds; the fraction includes the whole last one, also where the service does not (SQL Server's datetime
 * holds .997 at most before it rounds up).
 */
export function wallClockOf({ from, to, offset }: ReportWindow): { readonly begin: string; readonly end: string } {
  const wall = (instant: number) => new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
  return { begin: wall(from), end: `${wall(to - SECOND)}.997` };
}
