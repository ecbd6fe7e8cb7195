/** What a queue of the service, or its records, say of a session. */
export interface SettledState {
  readonly state: "closed" | "not closed" | "unknown";
  /** What the state rests on, in a sentence. */
  readonly reason: string;
}

/** A change in how a run goes. */
export interface ClosingEvent {
  /**
   * `paused`: no call is begun for a while. `resumed`: they are again. `slower`, `faster`: fewer or more calls in flight.
   * `settling`: the service is asked about sessions in doubt. `repaired`: the last line of the journal had not been written
   * whole, and was cut off.
   */
  readonly state: "paused" | "resumed" | "slower" | "faster" | "settling" | "repaired";
  /** Why, in a sentence. */
  readonly reason: string;
  /** The most calls in flight from now on. */
  readonly concurrency: number;
  /** How long it pauses, where that is known. */
  readonly milliseconds?: number;
}

/** What a run needs of the client. It sends nothing itself. */
export interface ClosingService {
  /** The service's address. A journal belongs to it. */
  readonly endpoint: string;
  /** How many calls the service is sent at a time: others would wait in the client. */
  readonly parallel: number;
  /** The most calls in flight where the caller does not say. */
  readonly concurrency: number;
  /** True for an endpoint on this machine. */
  readonly isLocal: boolean;
  isSessionId(value: unknown): value is number;
  /** Closes a session. @returns the service's literal. @throws {RescueError} whose outcome says what has left. */
  close(session: number): Promise<string>;
  /** Logs in, where the credentials make logins. */
  readonly login: (() => Promise<void>) | undefined;
  /** Asks the service's lists about sessions. @throws {RescueError} where they could not be asked. */
  settle(sessions: readonly number[]): Promise<ReadonlyMap<number, SettledState>>;
  report(event: ClosingEvent): void;
  /** Calls `listener` when a login waits for so many milliseconds. @returns a function that removes the listener. */
  onLoginWait(listener: (milliseconds: number) => void): () => void;
}
