import type { Timeline } from "./timeline.js";

/** Pixels, except for the widths: those are percentages, so that texts keep their size on a phone. */
const [TOP, FLOOR, STRIP, HEIGHT] = [22, 200, 206, 236];

/** The timeline of a run as SVG. Its colours are the page's. */
export function closeChart({ intervals, width }: Timeline, started: Date): string {
  const count = Math.max(intervals.length, 1);
  const highest = niceAbove(
    Math.max(1, ...intervals.map(({ closed, refused, unknown }) => closed + refused + unknown)),
  );
  const percent = (index: number) => `${((100 * index) / count).toFixed(3)}%`;
  const heightOf = (sessions: number) => ((FLOOR - TOP) * sessions) / highest;
  const bars = intervals.flatMap(({ closed, refused, unknown, waited }, index) => {
    const rect = (name: string, top: number, height: number, text: string) =>
      height > 0
        ? `<rect class="${name}" x="${percent(index)}" y="${top.toFixed(1)}" width="${percent(1)}" height="${height.toFixed(1)}">` +
          `<title>${timeAt(started, index * width, width)}: ${text}</title></rect>`
        : "";
    const [a, b, c] = [heightOf(closed), heightOf(refused), heightOf(unknown)];
    return [
      rect("closed", FLOOR - a, a, `${closed} closed`),
      rect("refused", FLOOR - a - b, b, `${refused} not closed`),
      rect("unknown", FLOOR - a - b - c, c, `${unknown} unknown`),
      rect("waited", STRIP, waited >= width / 10 ? 6 : 0, `${(waited / 1000).toFixed(1)} s of waiting`),
    ];
  });
  const lines = [highest, highest / 2].map((value) => {
    const y = FLOOR - heightOf(value);
    return [`<line x1="0" x2="100%" y1="${y}" y2="${y}"/>`, `<text x="0" y="${y - 5}">${value}</text>`] as const;
  });
  const ticks = [0, 1, 2, 3, 4].map((tick) => {
    const anchor = tick === 0 ? "start" : tick === 4 ? "end" : "middle";
    const text = timeAt(started, (tick / 4) * count * width, width);
    return `<text${tick % 2 === 0 ? "" : ' class="between"'} x="${25 * tick}%" y="${HEIGHT - 6}" text-anchor="${anchor}">${text}</text>`;
  });
  return (
    `<svg width="100%" height="${HEIGHT}" role="img" aria-label="Sessions over time">` +
    `${lines.map(([line]) => line).join("")}${bars.join("")}${lines.map(([, text]) => text).join("")}<line class="axis" x1="0" x2="100%" y1="${FLOOR}" y2="${FLOOR}"/>${ticks.join("")}</svg>`
  );
}

/** What an interval is called: `second`, `4 seconds`, `2 minutes`. */
export function intervalText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const [value, unit] = seconds < 120 ? [seconds, "second"] : [seconds / 60, "minute"];
  return value === 1 ? unit : `${Number(value.toFixed(2))} ${unit}s`;
}

// The next of 2, 4, 10, 20, 40, 100, …: half of it is a whole number.
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 10, 20].map((step) => step * power).find((step) => step >= value) ?? value;
}

/** The time of day; with tenths of a second where intervals are shorter than a second. */
function timeAt(started: Date, passed: number, width: number): string {
  const at = new Date(started.getTime() + passed);
  const two = (part: number) => String(part).padStart(2, "0");
  const tenths = width < 1000 ? `.${Math.floor(at.getMilliseconds() / 100)}` : "";
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${tenths}`;
}
