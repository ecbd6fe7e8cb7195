import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { facadeConcerns, facadeMisfits } from "../../scripts/regenerate/facade-fit.js";
import { regenerate } from "../../scripts/regenerate/regenerate.js";
import { nextVersion, releaseStep, withEntry, withVersion } from "../../scripts/regenerate/release.js";
import { StepError } from "../../scripts/regenerate/step.js";
import { compareWsdls } from "../../src/wsdl/index.js";
import { sha256 } from "../../src/wsdl/load/origin.js";
import { readWsdl } from "../../src/wsdl/read/read-wsdl.js";
import { thrown } from "../client/thrown.js";

const run = promisify(execFile);
const git = (root: string, ...args: string[]) =>
  run("git", ["-c", "user.name=test", "-c", "user.email=test@example.invalid", ...args], { cwd: root });

describe("npm run regenerate", function () {
  this.timeout(60_000);
  let root: string;
  let text: string;
  let served: string;
  let server: Server;
  let url: string;
  let told: string[];
  let scripts: string[];

  beforeEach(async () => {
    text = await readFile("test/reference/API.wsdl", "utf8");
    served = text;
    server = createServer((_, response) => response.setHeader("Content-Type", "text/xml").end(served));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/API/API.asmx?wsdl`;
    root = await mkdtemp(join(tmpdir(), "rescue-regenerate-"));
    await mkdir(join(root, "wsdl"));
    await writeFile(join(root, "wsdl/API.wsdl"), text);
    for (const path of ["package.json", "package-lock.json", "CHANGELOG.md", "src/version.ts"]) {
      await cp(path, join(root, path));
    }
    await mkdir(join(root, "generated"));
    await writeFile(join(root, "generated/old.ts"), "// Do not edit: run `npm run generate`.\n");
    await git(root, "init", "--quiet");
    await git(root, "add", "-A");
    await git(root, "commit", "--quiet", "-m", "before");
    told = [];
    scripts = [];
  });
  afterEach(async () => {
    server.close();
    await rm(root, { recursive: true, force: true });
  });

  const start = (
    runScript: (script: string) => Promise<void> = async () => {},
    signal?: AbortSignal,
    source: string = url,
  ) =>
    regenerate(source, {
      root,
      ...(signal ? { signal } : {}),
      tell: (line) => told.push(line),
      runScript: async (script) => {
        scripts.push(script);
        await runScript(script);
      },
    });
  const version = async () =>
    (JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string }).version;
  const expectUntouched = async () => expect((await git(root, "status", "--porcelain")).stdout).to.equal("");
  const withParameter = (from: string) =>
    from.replace(
      /(<s:element name="closeSession">[\s\S]*?)(<\/s:sequence>)/,
      '$1<s:element minOccurs="0" maxOccurs="1" name="sReason" type="s:string" />$2',
    );

  it("turns an additive change into a release: types, changelog, version", async () => {
    const old = await version();
    served = withParameter(text);
    const next = nextVersion(old, "minor");
    expect(await start()).to.deep.equal({ verdict: "additive", version: next });
    expect(scripts).to.deep.equal(["types", "test:contract", "test", "start"]);
    expect(await readFile(join(root, "wsdl/API.wsdl"), "utf8")).to.equal(served);
    expect(await readFile(join(root, "generated/types.ts"), "utf8")).to.contain("sReason?");
    expect(await readdir(join(root, "generated"))).not.to.include("old.ts");
    const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
    expect(changelog.indexOf(`## ${next}\n`)).to.be.within(1, changelog.indexOf("## 0.1.0\n"));
    expect(changelog).to.match(/`closeSession`\n {2}- .*`sReason`/);
    expect(await version()).to.equal(next);
    const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
    expect([lock.version, lock.packages[""].version]).to.deep.equal([next, next]);
    expect(await readFile(join(root, "src/version.ts"), "utf8")).to.contain(`VERSION = "${next}"`);
    expect(told.join("\n")).to.contain("sReason");
  });

  const withHeader = (operation: string) =>
    text.replace(
      new RegExp(`(soapAction="[^"]*/${operation}"[^>]*>\\s*<wsdl:input>)`),
      '$1<soap:header message="tns:x" part="p" use="literal"/>',
    );

  it("accepts a WSDL with an unsupported operation, and lists it in the changelog", async () => {
    served = withHeader("getAccount");
    expect((await start()).verdict).to.equal("breaking");
    const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
    expect(changelog).to.contain("  - operation became unreadable (is `API.wsdl:");
    expect(changelog).to.match(
      /#### Left out, as they are not supported\n\n- `getAccount`: `API\.wsdl:\d+:\d+: a soap:hea/,
    );
    expect(await readFile(join(root, "generated/contract.ts"), "utf8")).to.match(/leftOut: \{\n {4}getAccount: \{/);
  });

  it("refuses that WSDL when it is strict, and changes nothing", async () => {
    served = withHeader("getAccount");
    const error = await thrown(
      StepError,
      regenerate(url, { root, strict: true, tell: () => {}, runScript: async () => {} }),
    );
    expect(error.message).to.match(
      /^pull: the reply has status 200, but API\.wsdl:\d+:\d+: a soap:header is not supported/,
    );
    await expectUntouched();
  });

  it("names the function of the facade whose operation is left out", async () => {
    const contract = readWsdl(withHeader("closeSession"), "API.wsdl");
    expect(facadeMisfits(contract)).to.have.length(1);
    expect(facadeMisfits(contract)[0]).to.match(
      /^RescueClient#closeSession: calls closeSession: it was left out of the contract, as API\.wsdl:\d+:\d+ cannot/,
    );
  });

  it("names the version step in the changelog, before 1.0.0 and after", async () => {
    const dropped = text.replace('name="iSession"', 'name="sSession"');
    const packaged = await version();
    const changes = [
      ["0.1.0", withParameter(text), "additive", "minor", "0.2.0"],
      ["0.1.0", dropped, "breaking", "minor", "0.2.0"],
      ["1.2.3", withParameter(text), "additive", "minor", "1.3.0"],
      ["1.2.3", dropped, "breaking", "major", "2.0.0"],
    ] as const;
    for (const [from, wsdl, verdict, step, to] of changes) {
      for (const path of ["package.json", "package-lock.json", "src/version.ts"]) {
        const old = await readFile(path, "utf8");
        await writeFile(join(root, path), old.replaceAll(`"${packaged}"`, `"${from}"`));
      }
      await git(root, "add", "-A");
      await git(root, "commit", "--quiet", "--allow-empty", "-m", "another version");
      served = wsdl;
      expect(await start()).to.deep.equal({ verdict, version: to });
      const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
      const entry = changelog.slice(changelog.indexOf(`## ${to}\n`)).split("\n## ")[0];
      expect(entry, `${from}, ${verdict}`).to.contain(`Version step: ${step}.`);
      expect(told.join("\n")).to.contain(`Version step: ${step}.`);
      await git(root, "reset", "--hard", "--quiet");
      await git(root, "clean", "-fdq");
    }
  });

  it("accepts a file, which may be in the project without being committed", async () => {
    const file = join(root, "API from support.wsdl");
    await writeFile(file, withParameter(text));
    expect((await start(undefined, undefined, file)).verdict).to.equal("additive");
    expect(await readFile(join(root, "wsdl/API.wsdl"), "utf8")).to.equal(withParameter(text));
    const origin = await readFile(join(root, "wsdl/origin.json"), "utf8");
    expect(JSON.parse(origin)).to.include({ file: "API_from_support.wsdl", sha256: sha256(withParameter(text)) });
    expect(origin).not.to.contain(root);
    expect(await readFile(file, "utf8")).to.equal(withParameter(text));
  });

  it("changes nothing when the WSDL has the same meaning", async () => {
    served = text.replaceAll("\n", "\r\n");
    expect((await start()).verdict).to.equal("same");
    expect(scripts).to.deep.equal([]);
    await expectUntouched();
  });

  for (const failing of ["types", "test:contract", "test", "start"]) {
    it(`restores all files when npm run ${failing} fails, and names the script`, async () => {
      served = withParameter(text);
      const failure = start(async (script) => {
        if (script === failing) throw new Error("ended with exit code 1");
      });
      const error = await thrown(StepError, failure);
      expect(error.message).to.equal(`npm run ${failing}: ended with exit code 1`);
      await expectUntouched();
    });
  }

  it("restores all files when it is interrupted, whatever the step does", async () => {
    served = withParameter(text);
    const interrupt = new AbortController();
    const ended = start(async () => interrupt.abort(new Error("interrupted")), interrupt.signal);
    expect((await thrown(StepError, ended)).message).to.equal("npm run types: interrupted");
    expect(scripts).to.deep.equal(["types"]);
    await expectUntouched();
  });

  it("leaves no journal when it is interrupted while it prints the changes", async () => {
    served = withParameter(text);
    const interrupt = new AbortController();
    const ended = regenerate(url, {
      root,
      tell: (line) => {
        if (line.includes("Verdict")) interrupt.abort(new Error("interrupted"));
      },
      runScript: async () => {},
      signal: interrupt.signal,
    });
    expect((await thrown(StepError, ended)).message).to.match(/: interrupted$/);
    expect((await readdir(join(root, ".git"))).filter((name) => name.startsWith("rescue"))).to.deep.equal([]);
    await expectUntouched();
  });

  it("does not begin when it could not restore all files", async () => {
    await writeFile(join(root, ".gitignore"), "notes.txt\n");
    await symlink("API.wsdl", join(root, "wsdl/link.wsdl"));
    await git(root, "add", "-A");
    await git(root, "commit", "--quiet", "-m", "a link");
    await git(root, "config", "status.showUntrackedFiles", "no");
    served = withParameter(text);
    expect((await thrown(Error, start())).message).to.match(/link\.wsdl is not a plain file/);

    await writeFile(join(root, "generated/notes.txt"), "mine");
    expect((await thrown(StepError, start())).message).to.match(/^clean tree: .*git ignores.*\n!! .*notes\.txt/);

    await writeFile(join(root, "mine.txt"), "mine");
    expect((await thrown(StepError, start())).message).to.match(/^clean tree: .*uncommitted.*\n\?\? mine\.txt/);
  });

  it("names the function of the facade that no longer fits", async () => {
    served = text.replaceAll('name="iSession"', 'name="iSessionID"');
    const error = await thrown(
      StepError,
      start(async () => {
        throw new Error("exit code 1");
      }),
    );
    expect(error.message).to.contain("RescueClient#closeSession: closeSession no longer takes iSession");
    expect(error.message).to.contain('closeSession now requires "iSessionID", which it does not send');
    await expectUntouched();
  });

  const wrong: Readonly<Record<string, string>> = {
    "a page": "<html><body>Service Unavailable</body></html>",
    "half a WSDL": '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"><wsdl:types>',
    "a WSDL that names a file": "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
  };
  for (const [what, document] of Object.entries(wrong)) {
    it(`changes nothing when it receives ${what}`, async () => {
      served = document;
      expect((await thrown(StepError, start())).step).to.equal("pull");
      await expectUntouched();
    });
  }

  it("blames the facade only for certain misfits", async () => {
    served = withParameter(text).replace('"closeSessionRet_ActionFailed"', '"closeSessionRet_Done"');
    const failing = start(async () => {
      throw new Error("exit code 1");
    });
    expect((await thrown(StepError, failing)).message).to.equal("npm run types: exit code 1");
    expect(told.join("\n")).to.contain("facade: RescueClient#closeSession: enum member removed");
    await expectUntouched();
  });

  it("does not begin when the given file would be replaced itself", async () => {
    await writeFile(join(root, "generated/API.wsdl"), withParameter(text));
    const error = await thrown(StepError, start(undefined, undefined, join(root, "generated/API.wsdl")));
    expect(error.message).to.match(/^clean tree: .*uncommitted.*\n\?\? generated\/API\.wsdl/);
  });

  it("does not begin on a tree with uncommitted changes", async () => {
    await writeFile(join(root, "CHANGELOG.md"), "my notes");
    const error = await thrown(StepError, start());
    expect(error.step).to.equal("clean tree");
    expect(await readFile(join(root, "CHANGELOG.md"), "utf8")).to.equal("my notes");
  });
});

describe("a release", () => {
  it("uses the step that the verdict calls for, a smaller one before 1.0.0", () => {
    const steps = ["none", "patch", "minor", "major"] as const;
    const taken = (version: string) => steps.map((asked) => releaseStep(version, asked));
    expect(taken("0.4.2")).to.deep.equal(["none", "patch", "minor", "minor"]);
    expect(taken("1.4.2")).to.deep.equal(steps);
    expect(taken("10.4.2")).to.deep.equal(steps);
    expect(steps.map((step) => nextVersion("1.4.2", step))).to.deep.equal(["1.4.2", "1.4.3", "1.5.0", "2.0.0"]);
  });

  it("comes first in the changelog, also in one without entries", () => {
    expect(withEntry("# Changelog\n\n## 1.0.0\nold\n", "1.1.0", "new\n\n")).to.equal(
      "# Changelog\n\n## 1.1.0\nnew\n\n## 1.0.0\nold\n",
    );
    expect(withEntry("# Changelog\n", "1.1.0", "new")).to.equal("# Changelog\n## 1.1.0\nnew\n\n");
  });

  it("takes the lines that the changelog lists as unreleased into its entry, once", () => {
    const entry = withEntry("# Changelog\n\n## Unreleased\n- mine\n\n## 1.0.0\n- ## old\n", "1.1.0", "new\n");
    expect(entry).to.equal("# Changelog\n\n## 1.1.0\n- mine\n\nnew\n\n## 1.0.0\n- ## old\n");
    expect(withEntry(entry, "1.1.1", "newer")).to.contain("# Changelog\n\n## 1.1.1\nnewer\n\n## 1.1.0\n- mine\n");
    const empty = "# Changelog\n\n## Unreleased\n\n## 1.0.0\nold\n";
    expect(withEntry(empty, "1.1.0", "new")).to.equal("# Changelog\n\n## 1.1.0\nnew\n\n## 1.0.0\nold\n");
    expect(withEntry("# Changelog\n\n## Unreleased", "1.1.0", "new")).to.equal("# Changelog\n\n## 1.1.0\nnew\n\n");
  });

  it("fails when a version does not occur as expected", () => {
    expect(() => withVersion('VERSION = "1.0.0"', "2.0.0", "2.0.1", /(VERSION = ")([^"]+)(")/g, 1)).to.throw(
      "version 2.0.0 occurs 0 times instead of 1",
    );
  });
});

describe("the facade", () => {
  it("fits the reference WSDL, and names the function that does not fit one without closeSession", async () => {
    const text = await readFile("test/reference/API.wsdl", "utf8");
    expect(facadeMisfits(readWsdl(text, "API.wsdl"))).to.deep.equal([]);
    const { closeSession: _, ...operations } = readWsdl(text, "API.wsdl").operations;
    expect(facadeMisfits({ ...readWsdl(text, "API.wsdl"), operations })).to.deep.equal([
      "RescueClient#closeSession: the operation closeSession that it calls was removed",
    ]);
  });

  it("names each job whose operation is gone or takes something else", async () => {
    const contract = readWsdl(await readFile("test/reference/API.wsdl", "utf8"), "API.wsdl");
    const { holdSession: _hold, getHierarchy_v2: _tree, setUser_V2: setUser, ...operations } = contract.operations;
    if (!setUser) throw new Error("the reference WSDL has no setUser_V2");
    const fields = setUser.request.fields.filter(({ name }) => name !== "sNick");
    const setUser_V2 = { ...setUser, request: { ...setUser.request, fields } };
    expect(facadeMisfits({ ...contract, operations: { ...operations, setUser_V2 } })).to.deep.equal([
      "RescueClient#sessions.hold: the operation holdSession that it calls was removed",
      "RescueClient#sessions.settle: the operation getHierarchy_v2 that it calls was removed",
      "RescueClient#desk.hierarchy: the operation getHierarchy_v2 that it calls was removed",
      "RescueClient#desk.setUser: setUser_V2 no longer takes sNick, which it sends",
    ]);
  });

  it("fits a WSDL with the older variants of what reports call, and none that lacks both", async () => {
    const contract = readWsdl(await readFile("test/reference/API.wsdl", "utf8"), "API.wsdl");
    const { getReport_v2: _report, setReportArea_v2: _area, ...older } = contract.operations;
    expect(facadeMisfits({ ...contract, operations: older })).to.deep.equal([]);
    const { getReport: _older, ...operations } = older;
    expect(facadeMisfits({ ...contract, operations })).to.deep.equal([
      "RescueClient#reports: the operation getReport_v2 that it calls was removed",
    ]);
  });

  it("says what a function does without an operation that it can do without", async () => {
    const contract = readWsdl(await readFile("test/reference/API.wsdl", "utf8"), "API.wsdl");
    const { logout: _, ...operations } = contract.operations;
    expect(facadeMisfits({ ...contract, operations })).to.deep.equal([
      "RescueClient#logout: the operation logout that it calls was removed; it discards the login without informing the service",
    ]);
  });

  it("does not fit a WSDL whose closeSession has no result literal", async () => {
    const text = await readFile("test/reference/API.wsdl", "utf8");
    const now = text.replace(
      'name="closeSessionResult" type="tns:closeSessionRet"',
      'name="closeSessionResult" type="s:boolean"',
    );
    expect(facadeMisfits(readWsdl(now, "API.wsdl"))).to.deep.equal([
      "RescueClient#closeSession: closeSession: expected a result that is an enumeration with an OK, or a string, but " +
        "closeSessionResult is xs:boolean",
    ]);
  });

  it("is reported with what may break it, when a type or a result of its operation changed", async () => {
    const text = await readFile("test/reference/API.wsdl", "utf8");
    const now = text
      .replace('"closeSessionRet_OK"', '"closeSessionRet_Done"')
      .replace(/(<s:element name="closeSession">[\s\S]*?type=)"s:int"/, '$1"s:string"');
    const { findings } = compareWsdls({ text, name: "old" }, { text: now, name: "new" });
    expect(facadeConcerns(findings)).to.deep.equal([
      "RescueClient#closeSession: enum member removed (enum-member-removed:closeSessionRet.closeSessionRet_OK)",
      "RescueClient#closeSession: request parameter type changed (request-parameter-type-changed:closeSession.iSession)",
      "RescueClient#closeSession: enum member added (enum-member-added:closeSessionRet.closeSessionRet_Done)",
    ]);
  });
});
