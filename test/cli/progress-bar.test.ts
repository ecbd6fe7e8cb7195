import { expect } from "chai";
import { ProgressBar } from "../../src/cli/progress-bar.js";

describe("the progress bar", () => {
  it("shows as visible characters what a terminal would obey", async () => {
    const { stderr } = process;
    const { write, isTTY, columns } = stderr;
    let shown = "";
    Object.assign(stderr, { isTTY: true, columns: 200 });
    stderr.write = (text: string | Uint8Array) => {
      shown += String(text);
      return true;
    };
    try {
      await using bar = new ProgressBar("{bar} {state}", true);
      bar.draw(1, 2, "waits: \u001b[31mred\u0007");
    } finally {
      stderr.write = write;
      Object.assign(stderr, { isTTY, columns });
    }
    expect(shown).to.include("red");
    expect(shown).to.not.include("\u001b[31m");
    expect(shown).to.not.include("\u0007");
  });
});
