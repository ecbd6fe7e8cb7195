import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const runFile = promisify(execFile);

/** A project with the packed package, `@types/node` and the files of `test/consumer`. */
export interface Consumer extends AsyncDisposable {
  readonly folder: string;
  /** The name of the package's file in it. */
  readonly tarball: string;
}

interface LockPackage {
  readonly dev?: boolean;
}

/** Packs the package and installs it from the tarball. `lib/` is built already: `npm run pretest`. */
export async function installPackage(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-consumer-"));
  // prepare would remove the tests that are running.
  const packing = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], ".");
  const [{ filename: tarball }] = JSON.parse(packing) as [{ filename: string }];
  await writeManifests(folder, tarball);
  await run("npm", ["ci", "--prefer-offline", "--ignore-scripts"], folder);
  await cp(resolve("test/consumer"), folder, { recursive: true });
  return { folder, tarball, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs a command in a folder. @returns its output. @throws Error with all that it wrote, where it fails. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await runFile(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    const { message, stdout } = error as Error & { stdout: string };
    throw new Error(`${message}\n${stdout}`);
  }
}

// The consumer gets the versions that this project is locked to, so that npm needs no look-up and finds the packages
// in its cache, where `npm ci` has put them.
async function writeManifests(folder: string, tarball: string): Promise<void> {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as { packages: Record<string, LockPackage> };
  const own = JSON.parse(await readFile("package.json", "utf8")) as {
    version: string;
    dependencies: object;
    bin: object;
  };
  const root = {
    name: "consumer",
    version: "1.0.0",
    dependencies: { "rescue-soap-client": `file:${tarball}` },
    devDependencies: { "@types/node": "*" },
  };
  const wanted = Object.entries(lock.packages).filter(
    ([path, { dev }]) => path !== "" && (!dev || /^node_modules\/(?:@types\/node|undici-types)$/.test(path)),
  );
  const packages = {
    "": root,
    ...Object.fromEntries(wanted),
    "node_modules/rescue-soap-client": {
      version: own.version,
      resolved: `file:${tarball}`,
      dependencies: own.dependencies,
      bin: own.bin,
    },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify({ ...root, private: true }));
  await writeFile(
    join(folder, "package-lock.json"),
    JSON.stringify({ name: "consumer", version: "1.0.0", lockfileVersion: 3, requires: true, packages }),
  );
}
