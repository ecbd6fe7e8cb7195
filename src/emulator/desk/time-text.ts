import type { DateFormat } from "./report-date.js";

// The zone in which the service shows times is not known; here it is UTC.
interface Parts {
  readonly date: string;
  readonly hour: number;
  readonly minute: string;
  readonly second: string;
  readonly half: "AM" | "PM";
}

/**
 * The time of a session list, `M/D/YYYY h:mm:ss AM`, in UTC; over HTTP the service leaves the seconds out
 * (published clients).
 *
 * @param at milliseconds since 1970.
 */
export function listTime(at: number): string {
  const { date, hour, minute, second, half } = partsOf(at);
  return `${date} ${hour}:${minute}:${second} ${half}`;
}

/** The day alone, `M/D/YYYY` or `D/M/YYYY`, in UTC. */
export function dayText(at: number, format: DateFormat = "MMDDYY"): string {
  const { date } = partsOf(at);
  return format === "MMDDYY" ? date : date.replace(/^(\d+)\/(\d+)/, "$2/$1");
}

/** The clock time that begins a line of a chat log, such as `9:05 AM`, in UTC (that it has no seconds is inferred). */
export function chatTime(at: number): string {
  const { hour, minute, half } = partsOf(at);
  return `${hour}:${minute} ${half}`;
}

function partsOf(at: number): Parts {
  // A clock may be advanced beyond what a Date can hold.
  const time = new Date(Math.min(at, 8.64e15));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = time.getUTCHours();
  return {
    date: `${time.getUTCMonth() + 1}/${time.getUTCDate()}/${time.getUTCFullYear()}`,
    hour: hours % 12 === 0 ? 12 : hours % 12,
    minute: two(time.getUTCMinutes()),
    second: two(time.getUTCSeconds()),
    half: hours < 12 ? "AM" : "PM",
  };
}
