import type { CloseResult } from "./close-run.js";
import type { SettledState } from "./closing-service.js";
import type { Doubt } from "./doubts.js";

/** What a run writes down, so that another can go on where it was killed. */
export interface RunJournal {
  /** The sessions that an earlier run has left in doubt. */
  readonly inDoubt: readonly Omit<Doubt, "since">[];
  /** What was wrong with the journal's end and has been corrected, in a sentence. */
  readonly repaired: string | undefined;
  /** True where nothing is left to do for a session. */
  isDone(session: number): boolean;
  /** A session has its result: this run does not call it again. */
  end(session: number): void;
  /** Writes down that a call is about to be sent. It may be when this resolves. @throws where it could not be written. */
  intent(session: number, attempt: number): Promise<void>;
  /** Writes down what became of a call. @throws where it could not be written. */
  result(result: CloseResult): Promise<void>;
  /** Writes down what the service's lists said. @throws where it could not be written. */
  settled(session: number, state: SettledState["state"]): Promise<void>;
  /** Resolves when what was written down so far is in the file. @throws where it could not be written. */
  flushed(): Promise<void>;
  /** Writes what is left. @throws where it could not be written. */
  close(): Promise<void>;
}
