import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { expect } from "chai";
import { startEmulator } from "../../src/emulator/index.js";
import { readerProject } from "./reader-project.js";

// Pages whose commands build on each other; what each prints, on either output, follows it.
for (const page of ["docs/close-many.md"]) {
  describe(`the commands of ${page}`, function () {
    this.timeout(60_000);

    it("print what it says, in this order", async () => {
      const parts = (await readFile(page, "utf8")).matchAll(/^```sh\n(.*?)^```\n```text\n(.*?)^```$/gms);
      await using emulator = await startEmulator();
      await using reader = await readerProject();
      let count = 0;
      for (const [, script = "", printed] of parts) {
        const PATH = [join(reader.folder, "node_modules/.bin"), dirname(process.execPath), process.env.PATH];
        const child = spawn("sh", ["-e", "-c", `exec 2>&1\n${script}`], {
          cwd: reader.folder,
          env: {
            ...{ PATH: PATH.join(delimiter), HOME: reader.folder, RESCUE_ENDPOINT: emulator.endpoint },
            ...{ RESCUE_EMAIL: "some@email.com", RESCUE_PASSWORD: "secretPassword" },
          },
          stdio: ["ignore", "pipe", "inherit"],
        });
        let shown = "";
        child.stdout.on("data", (chunk) => {
          shown += chunk;
        });
        await once(child, "close");
        expect(shown, script).to.equal(printed);
        count += 1;
      }
      expect(count).to.equal(4);
    });
  });
}
