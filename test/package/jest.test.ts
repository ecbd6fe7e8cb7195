import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { type Consumer, installPackage, run } from "./install-package.js";

// ts-jest takes the compiler that lies beside it, and this project's has no API that it could use.
const TS_JEST = resolve(".build/ts-jest/node_modules");

const KINDS = {
  plain: { file: "plain.test.js", transform: {}, tests: 3 },
  Babel: {
    file: "modules.test.js",
    transform: {
      "\\.js$": [
        resolve("node_modules/babel-jest"),
        { plugins: [resolve("node_modules/@babel/plugin-transform-modules-commonjs")] },
      ],
    },
    tests: 3,
  },
  "ts-jest": {
    file: "modules.test.ts",
    transform: {
      "\\.ts$": [
        join(TS_JEST, "ts-jest"),
        {
          tsconfig: {
            module: "commonjs",
            moduleResolution: "node10",
            target: "es2022",
            strict: true,
            esModuleInterop: true,
            resolveJsonModule: true,
            types: ["node"],
          },
        },
      ],
    },
    tests: 3,
  },
} as const;

describe("the packed package in Jest, with the emulator and with nock", function () {
  this.timeout(120_000);
  this.slow(20_000);
  let consumer: Consumer;

  before(async () => {
    consumer = await installPackage();
    for (const name of ["@jest", "nock"]) {
      await symlink(resolve("node_modules", name), join(consumer.folder, "node_modules", name));
    }
    await rm(TS_JEST, { recursive: true, force: true });
    await mkdir(TS_JEST, { recursive: true });
    await cp(resolve("node_modules/ts-jest"), join(TS_JEST, "ts-jest"), { recursive: true });
    await symlink(resolve("node_modules/typescript-5.9"), join(TS_JEST, "typescript"));
    const jest = join(consumer.folder, "jest");
    await cp(join(jest, "modules.test.js"), join(jest, "modules.test.ts"));
  });

  after(async () => {
    await consumer[Symbol.asyncDispose]();
    await rm(resolve(TS_JEST, ".."), { recursive: true, force: true });
  });

  for (const [kind, { file, transform, tests }] of Object.entries(KINDS)) {
    it(kind, async () => {
      const { folder } = consumer;
      const config = { testEnvironment: "node", testMatch: [`**/jest/${file}`], transform };
      await writeFile(join(folder, "jest.config.json"), JSON.stringify(config));
      const jest = resolve("node_modules/jest/bin/jest.js");
      const report = await run(process.execPath, [jest, "--ci", "--json", "--config", "jest.config.json"], folder);
      expect(JSON.parse(report)).to.include({ success: true, numPassedTests: tests, numFailedTests: 0 });
    });
  }
});
