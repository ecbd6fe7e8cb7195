/** An input of some size, given to what reads it. */
export type LongInput = (size: number) => unknown;

/** `unit` as often as it fits into `size` characters; `{i}` in it counts. */
export function fill(size: number, unit: string): string {
  const times = Math.floor(size / unit.length);
  return unit.includes("{i}")
    ? Array.from({ length: times }, (_, index) => unit.replaceAll("{i}", String(index))).join("")
    : unit.repeat(times);
}

/** `times` units, by their number. */
export function repeated(times: number, unit: (index: number) => string): string {
  return Array.from({ length: times }, (_, index) => unit(index)).join("");
}

/** `inside` within so many elements, by their level; attributes may follow a name. */
export function nested(depth: number, name: (level: number) => string, inside: string): string {
  const names = Array.from({ length: depth }, (_, level) => name(level));
  const ends = names.map((start) => `</${start.split(" ", 1)[0]}>`).reverse();
  return `${names.map((start) => `<${start}>`).join("")}${inside}${ends.join("")}`;
}

/** The input may be refused or read: it only has to end. */
export function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
