/**
 * `M/D/YYYY H:MM:SS` as the xsd:dateTime that setReportDate_v2 takes over SOAP; undefined for another form. The time
 * may be omitted (inferred). Whether the day exists is not checked.
 */
export function dateTimeOf(text: string): string | undefined {
  const form = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/;
  const [, month, day, year, hour = "0", minute = "0", second = "0"] = form.exec(text.trim()) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  const two = (digits: string) => digits.padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}
