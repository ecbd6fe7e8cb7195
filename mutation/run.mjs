// Mutation tests: changes the compiled code of an area in small ways, and counts the changes that its tests find.
// Usage: npm run mutation [-- AREA…] [--write]
// Exits with 1 where an area is below the least score; --write puts the figures into docs/mutation.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AREAS } from "./areas.mjs";
import { scoreOf, withScores } from "./scores.mjs";

const ROOT = dirname(import.meta.dirname);
const LEAST = 80;
const DOCUMENT = join(ROOT, "docs/mutation.md");

const asked = process.argv.slice(2);
const writes = asked.includes("--write");
const named = asked.filter((argument) => argument !== "--write");
const unknown = named.filter((name) => !Object.hasOwn(AREAS, name));
if (unknown.length > 0) fail(`There is no area ${unknown.join(", ")}. The areas: ${Object.keys(AREAS).join(", ")}`);

if (!existsSync(join(import.meta.dirname, "node_modules"))) run("npm", ["ci", "--prefix", "mutation"]);
run("npm", ["run", "--silent", "reference"]);
run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]);

const scores = new Map();
for (const name of named.length > 0 ? named : Object.keys(AREAS)) scores.set(name, mutate(name));

for (const [name, score] of scores) console.log(`${name}: ${score.percent} %`);
if (writes) writeFileSync(DOCUMENT, withScores(readFileSync(DOCUMENT, "utf8"), scores));
const low = [...scores].filter(([, { percent }]) => !(percent >= LEAST)).map(([name]) => name);
if (low.length > 0) fail(`Below ${LEAST} %: ${low.join(", ")}`);

function mutate(name) {
  const folder = join(ROOT, ".build/mutation", name);
  mkdirSync(folder, { recursive: true });
  const report = join(folder, "report.json");
  const config = join(folder, "stryker.json");
  writeFileSync(config, JSON.stringify(configOf(name, AREAS[name], report), undefined, 2));
  const started = new Date();
  run(process.execPath, ["mutation/node_modules/@stryker-mutator/core/bin/stryker.js", "run", config]);
  return scoreOf(JSON.parse(readFileSync(report, "utf8")), started, new Date());
}

function configOf(name, { sources, tests, without = [] }, report) {
  return {
    testRunner: "mocha",
    plugins: [join(import.meta.dirname, "node_modules/@stryker-mutator/mocha-runner/dist/src/index.js")],
    mutate: sources.map((path) => `dist/${path}.js`),
    mochaOptions: {
      "no-config": true,
      ...(without.length > 0 && { grep: `^(?!.*(?:${without.join("|")}))` }),
      spec: tests.map((path) => `dist/test/${path}.test.js`),
    },
    coverageAnalysis: "perTest",
    // What runs while a module is loaded is loaded once in a process of ES modules: such a mutant would need a process of its own.
    ignoreStatic: true,
    ignorePatterns: [
      ".build",
      ".ci",
      ".github",
      "docs",
      "examples",
      "lib",
      "mutation",
      "**/*.ts",
      "**/*.map",
      "tsconfig*.json",
    ],
    concurrency: 2,
    // Longer than a test and its hook that wait for something that never comes: those fail by themselves, after two seconds each.
    timeoutMS: 6_000,
    tempDirName: `.build/mutation/${name}/sandbox`,
    reporters: ["json", "clear-text", "progress-append-only"],
    clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
    jsonReporter: { fileName: report },
    allowEmpty: false,
    checkers: [],
    warnings: { slow: false },
    allowConsoleColors: false,
    fileLogLevel: "off",
  };
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, FC_RUNS: "20" },
  });
  if (error) fail(String(error));
  if (status !== 0) fail(`${[command, ...args].join(" ")} ended with ${status}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
