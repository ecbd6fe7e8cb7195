// Writes the published surface of each entry into api/, as text that a reviewer can read: `npm run api`. With --check it
// changes nothing, and ends with 1 where a report would change, showing how.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { createTwoFilesPatch } from "diff";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    // The folder of package.json and lib/.
    root: { type: "string", default: "." },
  },
});
const root = resolve(values.root);
const reports = join(root, "api");
const SILENT = { default: { logLevel: ExtractorLogLevel.None } };

/** The report of one entry; it names the types that the entry uses and does not export as well. */
async function reportOf(entry, folder) {
  const file = join(root, "lib", `${entry}.d.cts`);
  const compilerOptions = {
    module: "nodenext",
    moduleResolution: "nodenext",
    target: "es2022",
    lib: ["es2023", "esnext.disposable"],
    types: ["node"],
    strict: true,
    skipLibCheck: true,
  };
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(root, "api-extractor.json"),
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: file,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, files: [file] } },
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: join(folder, "new"),
        reportFileName: `${entry}.api.md`,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: SILENT,
        tsdocMessageReporting: SILENT,
      },
    },
  });
  const { succeeded } = Extractor.invoke(config, { localBuild: true, messageCallback: quiet });
  if (!succeeded) throw new Error(`the types of ${entry} cannot be read`);
  return readFile(join(folder, `${entry}.api.md`), "utf8");
}

function quiet(message) {
  if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
}

const entries = (await readdir(join(root, "lib")))
  .filter((name) => name.endsWith(".d.cts"))
  .map((name) => name.replace(/\.d\.cts$/, ""))
  .sort();
const known = (await readdir(reports).catch(() => [])).filter((name) => name.endsWith(".api.md"));
await mkdir(join(root, ".build"), { recursive: true });
const folder = await mkdtemp(join(root, ".build", "api-"));
try {
  const changes = [];
  const now = new Map();
  for (const entry of entries) now.set(`${entry}.api.md`, await reportOf(entry, folder));
  for (const name of new Set([...known, ...now.keys()])) {
    const before = known.includes(name) ? await readFile(join(reports, name), "utf8") : "";
    const after = now.get(name) ?? "";
    if (before !== after)
      changes.push(createTwoFilesPatch(`api/${name}`, `api/${name}`, before, after, "committed", "now"));
  }
  if (!values.check) {
    await mkdir(reports, { recursive: true });
    for (const name of known) if (!now.has(name)) await rm(join(reports, name));
    for (const [name, text] of now) await writeFile(join(reports, name), text);
    console.log(`api/: ${now.size} reports, ${changes.length} changed`);
  } else if (changes.length > 0) {
    console.error(changes.join("\n"));
    console.error(
      "The published types have changed. If that is meant, run `npm run api`, and say in CHANGELOG.md what users see.",
    );
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
