// Prints which of our functions one warm closeSession runs, file by file, counted by V8; with --json as data.
import { measureWalk } from "./walk/measure-walk.js";

const files = await measureWalk();
if (process.argv.includes("--json")) console.log(JSON.stringify(files));
else {
  for (const { path, functions } of files) {
    console.log(`${path}  ${functions.length}`);
    for (const { name, line, calls } of functions) {
      console.log(`  ${String(calls).padStart(3)} × ${name}  :${line}`);
    }
  }
  const functions = files.reduce((sum, file) => sum + file.functions.length, 0);
  console.log(`${functions} functions in ${files.length} files`);
}
