/**
 * A time as a report shows it. The service writes it without a zone; it is taken to be in the fixed offset from UTC that
 * the report was asked for in. That the service applies this offset to every column is inferred, from public clients.
 */
export class ReportTime {
  /** As it came, such as `10/25/2026 2:30:00 AM`. */
  readonly text: string;
  /** The moment, if `text` is in the offset that was asked for. */
  readonly instant: Date;
  /** Minutes from UTC that the report was asked for in. */
  readonly offset: number;

  constructor(text: string, instant: Date, offset: number) {
    this.text = text;
    this.instant = instant;
    this.offset = offset;
  }

  /** ISO 8601 with the offset: `2026-10-25T02:30:00+01:00`. */
  toString(): string {
    const wall = new Date(this.instant.getTime() + this.offset * 60_000).toISOString().slice(0, 19);
    const size = Math.abs(this.offset);
    const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0"));
    return `${wall}${this.offset < 0 ? "-" : "+"}${hours}:${minutes}`;
  }

  /** The same text as `toString`. */
  toJSON(): string {
    return this.toString();
  }
}
