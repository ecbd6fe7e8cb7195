import { InvalidArgumentError } from "../errors/invalid-argument-error.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/;
const WITH_ZONE = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** A zone of the IANA database, by Intl. The service only takes minutes from UTC, and knows no daylight saving. */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;

  /** @throws {InvalidArgumentError} for a name that is no zone. */
  constructor(name: string) {
    try {
      this.#format = new Intl.DateTimeFormat("en-US", {
        timeZone: name,
        calendar: "gregory",
        numberingSystem: "latn",
        hourCycle: "h23",
        ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
      });
    } catch {
      throw new InvalidArgumentError("zone", "zone: expected a time zone of the IANA database, such as Europe/Berlin");
    }
    this.name = name;
  }

  /** Minutes from UTC at a moment. Whole ones: no zone has had seconds since reports exist. */
  offsetAt(instant: number): number {
    const whole = Math.floor(instant / 1000) * 1000;
    const parts = new Map(this.#format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    return Math.round((wall - whole) / MINUTE);
  }

  /**
   * The moment at which the clocks of the zone show a time, given as if it were UTC. Of two such moments the earlier;
   * of a time that is left out in spring, the moment as long after the change as the time is after its beginning.
   */
  instantOf(wall: number): number {
    const [before, after] = [this.offsetAt(wall - DAY), this.offsetAt(wall + DAY)];
    const candidates = [before, after].map((offset) => wall - offset * MINUTE);
    const right = candidates.filter((instant) => instant + this.offsetAt(instant) * MINUTE === wall);
    return right.length > 0 ? Math.min(...right) : wall - before * MINUTE;
  }

  /** Reads a moment: a Date, ISO 8601 with a zone, or a day or time of this zone. Undefined for anything else. */
  read(value: unknown): number | undefined {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.getTime();
    if (typeof value !== "string") return undefined;
    const [, clock] = WITH_ZONE.exec(value) ?? [];
    if (clock === undefined) {
      const wall = readClock(value);
      return wall === undefined ? undefined : this.instantOf(wall);
    }
    const instant = Date.parse(value.replace(" ", "T"));
    return Number.isNaN(instant) || readClock(clock) === undefined ? undefined : instant;
  }

  /** The first midnight of the zone's clocks after `instant` that is `days` days after its day. */
  midnightAfter(instant: number, days: number): number {
    const wall = instant + this.offsetAt(instant) * MINUTE;
    const midnight = (Math.floor(wall / DAY) + days) * DAY;
    const first = this.instantOf(midnight);
    // Where the clocks went back over it, the first may have passed: it comes again.
    return first > instant ? first : midnight - this.offsetAt(midnight + DAY) * MINUTE;
  }

  /** The first moment in (from, to) at which the offset changes; undefined where it does not. */
  changeBetween(from: number, to: number): number | undefined {
    const offset = this.offsetAt(from);
    for (let day = from; day < to; day += DAY) {
      const end = Math.min(day + DAY, to);
      if (this.offsetAt(end) === offset) continue;
      let [before, after] = [Math.floor(day / 1000), Math.floor(end / 1000)];
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (this.offsetAt(middle * 1000) === offset) before = middle;
        else after = middle;
      }
      return after * 1000 < to ? after * 1000 : undefined;
    }
    return undefined;
  }
}

/** What a clock shows, as if it were UTC. Undefined for what no clock shows. */
function readClock(text: string): number | undefined {
  const [, year, month, day, hours = "00", minutes = "00", seconds = "00"] = LOCAL.exec(text) ?? [];
  const iso = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.000Z`;
  const wall = Date.parse(iso);
  // Date.parse turns 31 February into a day in March.
  return Number.isNaN(wall) || new Date(wall).toISOString() !== iso ? undefined : wall;
}
