const BEGIN = "<!-- written by npm run mutation -- --write -->";
const END = "<!-- end -->";
// A busy machine lets any mutant run into the time limit, not only an endless loop.
const FOUND = ["Killed"];
const MISSED = ["Survived", "NoCoverage", "Timeout"];

/** What a report of Stryker says of an area. A mutant that ran into the time limit does not count as found. */
export function scoreOf({ files }, started, ended) {
  const count = {};
  for (const { mutants } of Object.values(files))
    for (const { status } of mutants) count[status] = (count[status] ?? 0) + 1;
  const sum = (statuses) => statuses.reduce((total, status) => total + (count[status] ?? 0), 0);
  const found = sum(FOUND);
  return {
    mutants: found + sum(MISSED),
    killed: count.Killed ?? 0,
    timeouts: count.Timeout ?? 0,
    survived: count.Survived ?? 0,
    uncovered: count.NoCoverage ?? 0,
    left: sum(["Ignored", "RuntimeError", "CompileError"]),
    // Rounded down: 79.96 is not 80.
    percent: Math.floor((1000 * found) / (found + sum(MISSED))) / 10,
    date: started.toISOString().slice(0, 10),
    minutes: Math.max(1, Math.round((ended - started) / 60_000)),
  };
}

/** The document with the rows of `scores`; those of areas that did not run stay as they are. */
export function withScores(document, scores) {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`The document has no place for the scores: ${BEGIN}`);
  const rows = new Map();
  for (const line of document.slice(begin, end).split("\n")) {
    const name = /^\| ([a-z]+) \|/.exec(line)?.[1];
    if (name !== undefined && name !== "area") rows.set(name, line);
  }
  for (const [name, s] of scores) {
    const cells = [
      name,
      `${s.percent} %`,
      s.mutants,
      s.killed,
      s.timeouts,
      s.survived,
      s.uncovered,
      s.left,
      s.date,
      s.minutes,
    ];
    rows.set(name, `| ${cells.join(" | ")} |`);
  }
  const head = "| area | score | mutants | killed | timeouts | survived | not covered | ignored | date | minutes |";
  const rule = "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |";
  return `${document.slice(0, begin)}${[BEGIN, head, rule, ...rows.values()].join("\n")}\n${document.slice(end)}`;
}
