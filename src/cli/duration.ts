import { InvalidArgumentError } from "commander";

const PARTS = [
  [86_400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** The seconds of a duration such as `90s`, `30m`, `2h`, `1d` or `1h30m`. */
export function parseDuration(text: string): number {
  const [all, ...parts] = /^(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?(?:(\d{1,9})s)?$/.exec(text) ?? [];
  const seconds = parts.reduce((sum, part = "0", index) => sum + Number(part) * (PARTS[index]?.[0] ?? 0), 0);
  if (all !== undefined && seconds > 0) return seconds;
  throw new InvalidArgumentError("expected a duration such as 90s, 30m, 2h, 1d or 1h30m.");
}

/** A duration for people, in its two largest parts: `1 h 5 min`. */
export function roundDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const parts = PARTS.map(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { count, text: `${count} ${unit}` };
  });
  const first = parts.findIndex(({ count }) => count > 0);
  if (first === -1) return "0 s";
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join(" ");
}
