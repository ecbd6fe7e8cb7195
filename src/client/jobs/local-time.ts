// `M/D/YYYY h:mm:ss AM`; over HTTP without seconds (published clients).
const LISTED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))? (AM|PM)$/;

/**
 * A time of a session list as ISO 8601 without a zone: no document says which zone the service shows, so it must not be
 * compared with another clock.
 *
 * @returns undefined for a text of another form.
 */
export function localTime(text: string): string | undefined {
  const [whole, month, day, year, hour, minute, second = "00", half] = LISTED.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [hours, months, days] = [Number(hour), Number(month), Number(day)];
  if (hours < 1 || hours > 12 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const date = new Date(Date.UTC(Number(year), months - 1, days));
  if (date.getUTCMonth() !== months - 1 || date.getUTCDate() !== days) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  const hour24 = (hours % 12) + (half === "PM" ? 12 : 0);
  return `${year}-${two(months)}-${two(days)}T${two(hour24)}:${minute}:${second}`;
}
