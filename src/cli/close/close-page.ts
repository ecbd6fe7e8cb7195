import { createHash } from "node:crypto";
import type { CloseEnd } from "../../closing/close-run.js";
import { visible } from "../../soap/text/printable.js";
import { escapeXml } from "../../soap/text/xml-text.js";
import { roundDuration } from "../duration.js";
import { closeChart, intervalText } from "./close-chart.js";
import { WAITS } from "./close-display.js";
import type { CloseTally, TalliedResult } from "./close-tally.js";
import { counted, sessions } from "./close-text.js";

/** What a run has come to. */
export interface ClosedRun {
  readonly tally: CloseTally;
  readonly ended: CloseEnd | undefined;
  /** How many sessions there were; undefined where that is not known. */
  readonly total: number | undefined;
  readonly started: Date;
  /** Milliseconds. */
  readonly lasted: number;
}

/** How each page begins: another file is never replaced. */
export const PAGE_START = "<!doctype html>\n<!-- A report of rescue close -->\n";

/** A page about a run: one file without a script, that loads nothing. */
export function closePage(run: ClosedRun): string {
  const { tally, ended, total, started, lasted } = run;
  const { closed, notClosed, inDoubt, skipped, results, timeline, waits } = tally;
  const untried = total === undefined ? 0 : Math.max(0, total - results - skipped);
  const tiles = [
    ["closed", "closed", closed],
    ["refused", "not closed", notClosed],
    ["unknown", "unknown", inDoubt],
    ...(skipped > 0 ? [["quiet", "done in an earlier run", skipped] as const] : []),
    ...(untried > 0 ? [["quiet", "not tried", untried] as const] : []),
  ] as const;
  const waited = [...waits].map(([what, time]) => `${WAITS[what]}: ${roundDuration(time / 1000)}`);
  const seconds = lasted / 1000;
  const rate = results === 0 || seconds === 0 ? "" : `, ${(results / seconds).toFixed(1)} sessions a second`;
  const sheet = createHash("sha256").update(STYLE).digest("base64");
  return `${PAGE_START}<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sheet}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${counted(closed)} of ${sessions(total ?? results + skipped)} closed</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${counted(closed)} of ${sessions(total ?? results + skipped)} closed</h1>
<p class="quiet"><time datetime="${started.toISOString()}">${dateText(started)}</time>, ${roundDuration(seconds)}${rate}</p>
${ended === undefined ? "" : `<p class="ended">The run ended before its list did. ${shown(ended.message)}</p>\n`}<ul class="tiles">
${tiles.map(([name, text, count]) => `<li class="${name}"><b>${counted(count)}</b> ${text}</li>`).join("\n")}
</ul>
<section>
<h2>Sessions in each ${intervalText(timeline.width)}</h2>
${closeChart(timeline, started)}
<p class="legend"><span class="closed">closed</span> <span class="refused">not closed</span> <span class="unknown">unknown</span> <span class="waited">waiting</span></p>
${waited.length === 0 ? "" : `<p class="quiet">Waited for ${waited.join("; ")}</p>`}
</section>
<section>
<h2>Results</h2>
<table class="codes"><thead><tr><th>Code<th>Sessions</thead><tbody>
${tally.codes.map(([code, count]) => `<tr><td>${shown(code)}<td>${counted(count)}`).join("\n")}
</tbody></table>
</section>
${rowsSection("Look at these: whether they are closed is unknown", tally.unknown, inDoubt)}${rowsSection("Not closed", tally.refused, notClosed)}${rowsSection("Closed", tally.others, closed)}</main>
</body>
</html>
`;
}

function rowsSection(title: string, rows: readonly TalliedResult[], count: number): string {
  if (count === 0) return "";
  const part =
    rows.length < count ? `<p class="quiet">The first ${counted(rows.length)} of ${counted(count)}.</p>\n` : "";
  const lines = rows.map(
    ({ session, code, message, literal, by, at }) =>
      `<tr><th>${session}<td>${shown(code)}<td>${shown(message ?? literal ?? "")}${by === "settled" ? " (asked afterwards)" : ""}<td>${roundDuration(at / 1000)}`,
  );
  return `<section>
<h2>${title}</h2>
${part}<table><thead><tr><th>Session<th>Code<th>What is known<th>After</thead><tbody>
${lines.join("\n")}
</tbody></table>
</section>
`;
}

function shown(text: string): string {
  return escapeXml(visible(text));
}

/** In the zone of this machine: `2026-11-30 22:05:09 +01:00`. */
function dateText(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
  const part = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${local} ${minutes < 0 ? "-" : "+"}${part(minutes / 60)}:${part(minutes % 60)}`;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #f5f6f8; --card: #fff; --line: #dde1e7; --text: #1c2430; --quiet: #5b6675;
  --closed: #2e8b57; --refused: #d08700; --unknown: #c4342a; --waited: #7c8798; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181f; --card: #1c222c; --line: #323b49; --text: #e6eaf0;
  --quiet: #9aa7b8; --closed: #5cc28a; --refused: #f0b64c; --unknown: #ff8377; --waited: #8a96a8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 24px 16px 40px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0; }
h2 { font-size: 15px; margin: 0 0 10px; }
p { margin: 4px 0; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.ended { border-left: 4px solid var(--unknown); padding: 8px 12px; margin: 12px 0; background: var(--card); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; padding: 0; margin: 16px 0 0;
  list-style: none; }
.tiles li, section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
.tiles li { border-top: 4px solid var(--waited); color: var(--quiet); }
.tiles b { display: block; font-size: 24px; line-height: 1.2; color: var(--text); font-variant-numeric: tabular-nums; }
.tiles .closed { border-top-color: var(--closed); } .tiles .refused { border-top-color: var(--refused); }
.tiles .unknown { border-top-color: var(--unknown); }
section { margin-top: 16px; }
svg { display: block; overflow: visible; }
svg text { font-size: 12px; fill: var(--quiet); font-variant-numeric: tabular-nums; stroke: var(--card); stroke-width: 4px;
  paint-order: stroke; }
svg line { stroke: var(--line); } svg .axis { stroke: var(--quiet); }
rect.closed { fill: var(--closed); } rect.refused { fill: var(--refused); } rect.unknown { fill: var(--unknown); }
rect.waited { fill: var(--waited); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 13px; }
.legend span::before { content: ""; display: inline-block; width: 11px; height: 11px; margin-right: 6px; border-radius: 3px;
  background: var(--waited); }
.legend .closed::before { background: var(--closed); } .legend .refused::before { background: var(--refused); }
.legend .unknown::before { background: var(--unknown); }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 5px 16px 5px 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--quiet); font-weight: normal; white-space: nowrap; }
tbody th, td:last-child { font-variant-numeric: tabular-nums; overflow-wrap: normal; white-space: nowrap; }
table:not(.codes) td:nth-child(2) { min-width: 160px; }
.codes { width: auto; min-width: 50%; } .codes td:last-child, .codes th:last-child { text-align: right; padding-right: 0; }
@media (max-width: 600px) {
  h1 { font-size: 20px; }
  .between { display: none; }
  table:not(.codes) thead { display: none; }
  table:not(.codes) tr { display: grid; grid-template-columns: auto 1fr auto; border-top: 1px solid var(--line); padding: 6px 0; }
  table:not(.codes) :is(th, td) { border: 0; padding: 0 10px 0 0; }
  table:not(.codes) td:nth-child(3) { grid-row: 2; grid-column: 1 / -1; }
  table:not(.codes) td:last-child { padding: 0; color: var(--quiet); }
}
`;
