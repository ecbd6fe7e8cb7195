import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { RescueError } from "../../errors/rescue-error.js";
import { errorCode } from "../../soap/http/error-code.js";
import type { CloseResult } from "../close-run.js";
import type { SettledState } from "../closing-service.js";
import type { Doubt } from "../doubts.js";
import type { RunJournal } from "../run-journal.js";
import { claimJournal, type JournalClaim } from "./journal-claim.js";
import { inodeAt, type JournalFile, openJournalFile, refused } from "./journal-file.js";
import { JOURNAL_VERSION, type JournalLine, lineText, MOST_ATTEMPTS, readLine, writeLine } from "./journal-line.js";
import { JournalState } from "./journal-state.js";
import { type JournalEnd, readJournal } from "./read-journal.js";

/**
 * Opens the journal of a run, or makes one. Nobody else can use it before it is closed.
 *
 * @throws {InvalidArgumentError} for one that cannot be used: corrupt, of another endpoint, not to be written, in use.
 */
export async function openJournal(path: string, endpoint: string, retryRefused: boolean): Promise<RunJournal> {
  const { file, inode } = await openJournalFile(path);
  try {
    const claim = await claimJournal(path, inode);
    try {
      // What stands there now is what the claim is for: another run may have moved the file away in between.
      if ((await inodeAt(path)) !== inode) throw refused("its file was replaced while it was opened");
      return await resumeJournal(file, endpoint, retryRefused, claim);
    } catch (error) {
      await claim.release();
      throw error instanceof RescueError ? error : refused(`it cannot be read and written (${errorCode(error)})`);
    }
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Reads the journal in a file, and goes on with it. */
export async function resumeJournal(
  file: JournalFile,
  endpoint: string,
  retryRefused: boolean,
  claim: JournalClaim,
): Promise<RunJournal> {
  const state = new JournalState(retryRefused);
  const end = await readJournal(file, endpoint, state);
  const journal = new FileJournal(file, state, end, claim);
  await journal.begin(endpoint, end);
  return journal;
}

interface Entry {
  readonly text: string;
  /** True where the call waits until the line survives a loss of power. */
  readonly isIntent: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

class FileJournal implements RunJournal {
  readonly #file: JournalFile;
  readonly #state: JournalState;
  readonly #claim: JournalClaim;
  #size: number;
  #sum: number;
  #entries: Entry[] = [];
  #flush: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #isSynced = true;
  #repaired: string | undefined;

  constructor(file: JournalFile, state: JournalState, { size, sum }: JournalEnd, claim: JournalClaim) {
    this.#file = file;
    this.#state = state;
    this.#claim = claim;
    this.#size = size;
    this.#sum = sum;
  }

  get inDoubt(): readonly Omit<Doubt, "since">[] {
    return [...this.#state.inDoubt.values()];
  }

  get repaired(): string | undefined {
    return this.#repaired;
  }

  async begin(endpoint: string, { lines, torn }: JournalEnd): Promise<void> {
    if (torn.length > 0) await this.#repair(torn, lines + 1);
    if (this.#size === 0) this.#write({ kind: "journal", version: JOURNAL_VERSION, endpoint });
    // Like the intent of a call, it is on the disk before anything is sent.
    await this.#write({ kind: "run", at: new Date().toISOString() }, true);
  }

  isDone(session: number): boolean {
    return this.#state.isDone(session);
  }

  end(session: number): void {
    this.#state.end(session);
  }

  intent(session: number, attempt: number): Promise<void> {
    return this.#write({ kind: "intent", session, attempt: Math.min(attempt, MOST_ATTEMPTS) }, true);
  }

  result({ session, closed, code, literal, outcome, message }: CloseResult): Promise<void> {
    return this.#write({
      ...{ kind: "result", session, closed, code: wordOf(code) },
      ...(literal !== undefined && { literal: lineText(literal) }),
      outcome,
      ...(message !== undefined && { message: lineText(message) }),
    });
  }

  settled(session: number, state: SettledState["state"]): Promise<void> {
    return this.#write({ kind: "settled", session, state });
  }

  async flushed(): Promise<void> {
    while (this.#flush) await this.#flush;
    if (this.#failure) throw this.#failure.error;
  }

  async close(): Promise<void> {
    try {
      await this.flushed();
      if (!this.#isSynced) await this.#file.sync();
    } finally {
      await this.#file.close().finally(() => this.#claim.release());
    }
  }

  /** A last line without its line feed: a whole one counts, anything else was never finished. */
  async #repair(torn: Buffer, number: number): Promise<void> {
    const whole = readLine(torn, this.#sum);
    if (whole && this.#size > 0 && this.#state.take(whole.line)) {
      await this.#file.append(Buffer.from("\n"));
      this.#size += torn.length + 1;
      this.#sum = whole.sum;
      this.#repaired = `line ${number} of the journal had no line feed, and got it`;
      return;
    }
    await this.#file.truncate(this.#size);
    this.#repaired = `line ${number} of the journal was not written to its end, and was cut off`;
  }

  #write(line: JournalLine, isIntent = false): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.error);
    const { text, sum } = writeLine(line, this.#sum);
    this.#sum = sum;
    const written = new Promise<void>((resolve, reject) => {
      this.#entries.push({ text, isIntent, resolve, reject });
    });
    this.#flush ??= this.#flushAll();
    return written;
  }

  // While one batch is written, and synced where it holds intents, the next one gathers.
  async #flushAll(): Promise<void> {
    // What is written in this turn of the event loop goes together.
    await Promise.resolve();
    while (this.#entries.length > 0) {
      const batch = this.#entries;
      this.#entries = [];
      try {
        if (this.#failure) throw this.#failure.error;
        if (this.#claim.isLost)
          throw new InvalidArgumentError(
            "journal",
            "journal: it was moved or removed, or another run has taken it over",
          );
        await this.#append(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#failure ??= { error };
        for (const { reject } of batch) reject(error);
      }
    }
    // In this turn: whoever writes next begins anew.
    this.#flush = undefined;
  }

  async #append(batch: readonly Entry[]): Promise<void> {
    const bytes = Buffer.from(batch.map(({ text }) => text).join(""));
    this.#isSynced = false;
    try {
      await this.#file.append(bytes);
      if (batch.some(({ isIntent }) => isIntent)) {
        await this.#file.sync();
        this.#isSynced = true;
      }
      this.#size += bytes.length;
    } catch (error) {
      // A part of it may be in the file. Where it cannot be taken back, the next run cuts it off.
      await this.#file.truncate(this.#size).catch(() => {});
      throw error;
    }
  }
}

function wordOf(code: string): string {
  return code.replace(/\W/g, "_").slice(0, 200) || "_";
}
