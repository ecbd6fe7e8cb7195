/** The page's style sheet, light and dark. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --card: #ffffff; --line: #dde1e7; --text: #1c2430; --quiet: #5b6675; --accent: #1d5fb0;
  --good: #176639; --good-ground: #e2f4e8; --waiting: #7a4b00; --waiting-ground: #fdf0d5; --bad: #a3221a; --bad-ground: #fde6e3;
  --ended-ground: #eceff3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181f; --card: #1c222c; --line: #323b49; --text: #e6eaf0; --quiet: #9aa7b8; --accent: #7db4f5;
    --good: #7fdca0; --good-ground: #17392a; --waiting: #f2c46d; --waiting-ground: #3d3013; --bad: #ff9d92; --bad-ground: #48201d;
    --ended-ground: #2a323e;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/1.45 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; padding: 12px 20px 8px;
  position: sticky; top: 0; z-index: 2; background: var(--ground); }
html { scroll-padding-top: 90px; }
h1 { font-size: 18px; margin: 0; }
h2 { font-size: 14px; margin: 0 0 10px; }
h3 { font-size: 12px; margin: 10px 0 4px; color: var(--quiet); }
p { margin: 0; }
main { display: grid; max-width: 1500px; grid-template-columns: minmax(0, 1fr) 336px; gap: 14px; padding: 4px 20px 24px; align-items: start; }
@media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr); } }
main > div { display: grid; gap: 14px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 14px; min-width: 0; }
#notice { flex: 1 1 180px; color: var(--good); overflow-wrap: anywhere; }
#notice.bad { color: var(--bad); }
.quiet { color: var(--quiet); }
.grow { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { z-index: 3; position: absolute; left: 12px; top: -60px; padding: 8px 12px; background: var(--card); color: var(--accent); }
.skip:focus { top: 8px; }
.chip { display: inline-block; padding: 0 8px; border-radius: 9px; font-size: 12px; line-height: 19px; white-space: nowrap;
  background: var(--ended-ground); color: var(--quiet); text-decoration: none; }
.chip:empty { display: none; }
.chip.good { background: var(--good-ground); color: var(--good); }
.chip.waiting { background: var(--waiting-ground); color: var(--waiting); }
.chip.bad { background: var(--bad-ground); color: var(--bad); }
.chip[aria-current] { outline: 1px solid currentColor; }
td .chip { max-width: 100%; font-size: 11px; overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
ul, ol { list-style: none; margin: 0; padding: 0; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 8px; }
details .chips { margin-top: 6px; }
#sessions details { margin-bottom: 8px; }
.rows li { display: flex; align-items: center; gap: 8px; padding: 4px 0; border-top: 1px solid var(--line); }
.rows li:first-child { border-top: 0; }
.rows ~ div, .rows ~ p, .rows + details, div + details, p + details, details .bar { margin-top: 8px; }
/* A position of their own: what is unseen in them is clipped by them, instead of making the page longer and wider. */
.scroll, .exchanges { position: relative; }
.scroll { max-height: min(640px, 68vh); overflow: auto; border: 1px solid var(--line); border-radius: 6px; }
table { width: 100%; min-width: 700px; border-collapse: collapse; font-size: 13px; table-layout: fixed; }
th:nth-child(1) { width: 80px; } th:nth-child(2) { width: 108px; } th:nth-child(3) { width: 12.5%; }
th:nth-child(4) { width: 12.5%; } th:nth-child(5) { width: 76px; } th:nth-child(6) { width: 74px; } th:nth-child(8) { width: 68px; }
th, td { padding: 4px 8px; text-align: left; border-bottom: 1px solid var(--line); font-weight: normal; overflow-wrap: anywhere; }
tbody th, time { font-variant-numeric: tabular-nums; overflow-wrap: normal; }
thead th { position: sticky; top: 0; background: var(--card); color: var(--quiet); font-size: 12px; z-index: 1; }
tr:last-child > * { border-bottom: 0; }
tr:focus { outline-offset: -2px; }
.note { font-size: 12px; }
form { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 0; }
.bar { display: flex; flex-wrap: wrap; gap: 8px; }
.scroll + p { margin-top: 6px; }
.scroll + .bar, p + .bar { margin-top: 10px; }
.field { display: inline-flex; align-items: center; gap: 6px; }
label { color: var(--quiet); font-size: 12px; }
details label { min-width: 62px; }
input, select, button { font: inherit; font-size: 13px; color: var(--text); background: var(--card); border: 1px solid var(--line);
  border-radius: 6px; padding: 3px 8px; white-space: nowrap; }
input { width: 130px; } input[type="number"] { width: 76px; } select { max-width: 150px; }
details select { max-width: 230px; }
button { cursor: pointer; } button:hover { border-color: var(--accent); color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--card); }
td button { padding: 0 8px; }
:focus-visible, tr:focus { outline: 2px solid var(--accent); outline-offset: 2px; }
.clock { font-size: 22px; } .clock .quiet { font-size: 13px; }
summary { cursor: pointer; }
.exchanges { max-height: 420px; overflow: auto; }
.exchanges li { border-top: 1px solid var(--line); }
.exchanges li:first-child { border-top: 0; }
.exchanges summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; padding: 4px 2px; }
pre { margin: 0; padding: 8px; max-height: 260px; overflow: auto; background: var(--ground); border-radius: 6px;
  font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 700px) {
  header, main { padding-left: 12px; padding-right: 12px; }
  header { position: static; }
  html { scroll-padding-top: 8px; }
  /* A session is a card: id, status and button, then what is known of it. */
  table, tbody { display: block; min-width: 0; }
  thead { display: none; }
  tr { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 8px; align-items: center; padding: 6px 8px;
    border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  tbody :is(th, td) { padding: 1px 0; border: 0; width: auto; grid-column: 1 / -1; }
  tbody th { grid-area: 1 / 1; font-weight: bold; }
  tbody td:nth-child(2) { grid-area: 1 / 2; }
  tbody td:last-child { grid-area: 1 / 3; }
  td:empty { display: none; }
  td[data-name]::before { content: attr(data-name) " "; color: var(--quiet); font-size: 12px; }
  input, select, button { padding: 6px 10px; }
  .bar form, .field { width: 100%; }
  .field label { flex: none; min-width: 76px; }
  .field :is(input, select) { flex: 1; min-width: 0; max-width: none; }
  /* A call: what it was and how it ended, then the literal and its form. */
  .exchanges summary > .mark { margin-left: auto; }
  .exchanges summary > .grow { order: 1; flex-basis: 50%; }
  .exchanges summary > .form { order: 2; }
}
`;
