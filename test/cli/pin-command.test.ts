import { expect } from "chai";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { jsonLines, rescue } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

describe("rescue pin", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const pin = (...args: readonly string[]) =>
    rescue(["pin", ...args], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });

  it("prints a PIN and its link", async () => {
    const { code, stdout, stderr } = await pin("--field", "Ann", "Printer", "--tracking", "TICKET-7");
    expect([code, stderr]).to.deep.equal([0, ""]);
    const [, digits = "", link = ""] = /^(\d{6}) {2}(\S+)\n$/.exec(stdout) ?? [];
    expect(link).to.equal(`${new URL(emulator.endpoint).origin}/R?i=2&Code=${digits}`);
    expect(emulator.executions("requestPINCodeV3", digits)).to.equal(1);
    const call = emulator.log.find(({ operation }) => operation === "requestPINCodeV3");
    expect(call?.parameters).to.include({ sCField0: "Ann", sCField1: "Printer", sTracking0: "TICKET-7" });
  });

  it("prints JSON, with the text of the mail", async () => {
    const { code, stdout } = await pin("--json", "--email-text");
    const [line] = jsonLines(stdout) as { code: string; link: string; email: { text: string; link: string } }[];
    expect(code).to.equal(0);
    expect(line?.email.text).to.contain(line?.code);
    expect(line?.email.link).to.equal(line?.link);
  });

  it("prints the PIN also where the text of the mail is refused", async () => {
    emulator.on("generateEmailText", async () => ({ generateEmailTextResult: "generateEmailText_Error" }));
    for (const args of [["--email-text"], ["--email-text", "--json"]]) {
      const { code, stdout, stderr } = await pin(...args);
      expect(code).to.equal(1);
      expect(stdout).to.match(/\d{6}/);
      expect(stderr).to.match(/^rescue: generateEmailText answered generateEmailText_Error/);
    }
  });

  for (const [args, code] of [
    [["--technician", "203"], 1],
    [["--technician", "203", "--no-console"], 0],
    [["--lens"], 0],
    [["--lens", "--technician", "203"], 2],
    [["--technician", "tech"], 2],
  ] as const) {
    it(`${code}: ${args.join(" ")}`, async () => expect((await pin(...args)).code).to.equal(code));
  }

  it("3: says that it is unknown whether a PIN was made", async () => {
    emulator.faults.add({ operation: "requestPINCodeV3", phase: "after", kind: "reset" });
    const { code, stdout, stderr } = await pin();
    expect([code, stdout]).to.deep.equal([3, ""]);
    expect(stderr).to.contain("unknown whether it took effect");
  });
});
