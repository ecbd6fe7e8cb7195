import { meaningOf } from "../../errors/result-codes.js";
import type { Doubt } from "../doubts.js";
import { IdSet } from "./id-set.js";
import { type JournalLine, lineText } from "./journal-line.js";

/** More than runs leave. */
const MOST_IN_DOUBT = 100_000;
const KILLED = "an earlier run ended while the call was under way";

type DoubtBefore = Omit<Doubt, "since">;

/** What the lines of a journal come to. */
export class JournalState {
  readonly inDoubt = new Map<number, DoubtBefore>();
  readonly #done = new IdSet();
  readonly #retryRefused: boolean;

  /** @param retryRefused whether a session that was refused is to be tried again. */
  constructor(retryRefused: boolean) {
    this.#retryRefused = retryRefused;
  }

  isDone(session: number): boolean {
    return this.#done.has(session);
  }

  /** A session needs no call any more in this run. */
  end(session: number): void {
    this.#done.add(session);
  }

  /**
   * Takes the next line of an earlier run.
   *
   * @returns false for one that cannot follow those before it.
   */
  take(line: JournalLine): boolean {
    if (line.kind === "run") return true;
    if (line.kind === "journal") return false;
    const { session } = line;
    const doubt = this.inDoubt.get(session);
    if (line.kind === "intent") {
      const { attempt } = line;
      this.inDoubt.set(session, { session, attempt, kind: "lost", code: "OUTCOME_UNKNOWN", message: KILLED });
      return this.inDoubt.size <= MOST_IN_DOUBT;
    }
    // Each call was written down before it was sent.
    if (!doubt) return false;
    if (line.kind === "settled") this.#settled(doubt, line.state);
    else if (line.closed === null) {
      const { code, literal, message = KILLED } = line;
      const kind = line.outcome === "answered" ? "answered" : "lost";
      const said = literal === undefined ? {} : { literal: lineText(literal) };
      // Whoever wrote the file may have written other texts than a run does.
      this.inDoubt.set(session, { session, attempt: doubt.attempt, kind, code, ...said, message: lineText(message) });
    } else {
      this.inDoubt.delete(session);
      if (line.closed) this.end(session);
      // A caller who was refused was refused nothing else.
      else if (line.outcome === "answered" && !meaningOf(line.code).authentication) this.#refuse(session);
    }
    return true;
  }

  #settled({ session, kind }: DoubtBefore, state: "closed" | "not closed" | "unknown"): void {
    if (state === "closed") {
      this.inDoubt.delete(session);
      this.end(session);
    } else if (state === "not closed" && kind === "answered") {
      this.inDoubt.delete(session);
      this.#refuse(session);
    }
  }

  #refuse(session: number): void {
    if (!this.#retryRefused) this.end(session);
  }
}
