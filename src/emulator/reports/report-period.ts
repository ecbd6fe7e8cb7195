import { periodOf, type ReportSettings } from "../desk/report-settings.js";

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/**
 * Whether a time, in milliseconds since 1970, is within the dates and the daily window of the settings, in the zone of
 * the settings. To the second: the whole last second is included.
 */
export function isWithinPeriod(settings: ReportSettings, now: number): (at: number) => boolean {
  const { begin, end } = periodOf(settings, now);
  const from = secondsOf(settings.beginTime);
  const to = secondsOf(settings.endTime);
  return (at) => {
    const wall = Math.floor((at + settings.timezone * 60 * SECOND) / SECOND) * SECOND;
    if (wall < begin || wall > end) return false;
    const time = (((wall % DAY) + DAY) % DAY) / SECOND;
    return time >= from && time <= to;
  };
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
