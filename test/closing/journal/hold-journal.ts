// A process that opens a journal, prints a line, and holds the journal until it is killed or its input ends.
import { openJournal } from "../../../src/closing/journal/journal.js";
import { ENDPOINT } from "../stub-service.js";

try {
  const journal = await openJournal(process.argv[2] ?? "", ENDPOINT, false);
  process.stdout.write("open\n");
  process.stdin.on("end", () => void journal.close()).resume();
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : ""}\n`);
}
