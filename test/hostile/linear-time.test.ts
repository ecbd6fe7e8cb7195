import { COOKIES } from "./long-inputs/cookies.js";
import { DOCUMENTS } from "./long-inputs/documents.js";
import type { LongInput } from "./long-inputs/repeat.js";
import { FAULTS, REPLIES } from "./long-inputs/replies.js";
import { SHOWN, TEXTS } from "./long-inputs/texts.js";

const MIB = 1024 * 1024;

// No time is measured. Each input is so large that work in the square of its length takes minutes to hours, and work in
// its length a second or two: what is not linear fails by the time-out, however fast or busy the machine is.
function endsFor(what: string, inputs: Readonly<Record<string, LongInput>>, size: number): void {
  describe(`${what} of ${size / MIB} MiB end in time linear in their size`, () => {
    for (const [name, input] of Object.entries(inputs)) it(name, async () => void (await input(size)));
  });
}

describe("the sender does not decide how much work is done", () => {
  endsFor("replies", REPLIES, 4 * MIB);
  endsFor("faults", FAULTS, 4 * MIB);
  endsFor("headers, bodies and values", TEXTS, 4 * MIB);
  endsFor("texts that are shown", SHOWN, MIB / 4);
  endsFor("cookies", COOKIES, 4 * MIB);
  endsFor("WSDLs and requests", DOCUMENTS, 4 * MIB);
});
