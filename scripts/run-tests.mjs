// Runs the compiled tests of the files and folders named by their source path, or all; everything else goes to mocha.
// Usage: npm test [-- test/client/retry.test.ts test/soap --grep "a title"], npm run test:watch [-- …]
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

const ROOT = dirname(import.meta.dirname);
const ALL = "dist/test/**/*.test.js";
/** Options of mocha whose value could look like the path of a test. */
const VALUED = new Set(["-g", "--grep", "-f", "--fgrep"]);

const asked = process.argv.slice(2);
const watches = asked[0] === "--watch";
const given = watches ? asked.slice(1) : asked;
const isTest = (argument, index) => pathOf(argument) !== undefined && !VALUED.has(given[index - 1]);
const options = given.filter((argument, index) => !isTest(argument, index));
const specs = given.filter(isTest).map((argument) => specOf(pathOf(argument)));
// A few files are listed test by test; of all files only the failures are shown.
const reporter =
  specs.length > 0 && !options.some((option) => /^(?:-R|--reporter)\b/.test(option)) ? ["-R", "spec"] : [];
const mocha = [...(specs.length > 0 ? specs : [ALL]), ...reporter, ...options];

if (watches) watch();
else run(packageFile("mocha", "bin/mocha.js"), mocha).on("exit", (code) => process.exit(code ?? 1));

/** The path below the repository, if it is one of the tests. */
function pathOf(argument) {
  const path = relative(ROOT, resolve(ROOT, argument)).split(sep).join(posix.sep);
  return /^(?:dist\/)?test(?:\/|$)/.test(path) ? path : undefined;
}

/** What mocha is given for a source file, a compiled file or a folder of either. */
function specOf(path) {
  const compiled = path.replace(/^(?!dist\/)/, "dist/").replace(/\.ts$/, ".js");
  if (/[*?{[]/.test(compiled)) return compiled;
  if (!existsSync(join(ROOT, compiled))) fail(`There is no such test: ${path}`);
  return statSync(join(ROOT, compiled)).isDirectory() ? `${compiled}/**/*.test.js` : compiled;
}

/** Compiles what changes, and runs the tests again when something that they import was compiled. */
function watch() {
  const compiler = run(packageFile("typescript", "bin/tsc"), [
    "-p",
    "tsconfig.json",
    "--watch",
    "--preserveWatchOutput",
  ]);
  // node watches what this process imports; mocha's own --watch cannot import a module a second time.
  const runner = run("--watch", ["--enable-source-maps", packageFile("mocha", "lib/cli/cli.js"), ...mocha]);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      end(compiler);
      end(runner);
    });
  }
}

/** Starts node; while watching, in a process group of its own, as both programs have a process below them. */
function run(script, args) {
  return spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: "inherit", detached: isGrouped() });
}

function end(child) {
  if (isGrouped()) process.kill(-child.pid, "SIGTERM");
  else child.kill();
}

function isGrouped() {
  return watches && process.platform !== "win32";
}

function packageFile(name, path) {
  return join(ROOT, "node_modules", name, path);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
