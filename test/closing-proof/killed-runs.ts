import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import type { SeededRandom } from "../../src/emulator/desk/seeded-random.js";
import { defaultSeed, type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.js";
import type { CloseResult, CloseSessionsOptions, CloseTotals, RescueClientOptions } from "../../src/index.js";

const PROGRAM = fileURLToPath(new URL("close-all.js", import.meta.url));
const FIRST = 50_000_001;

/** What a process is to do. */
export interface Task {
  readonly client: RescueClientOptions;
  readonly first: number;
  readonly count: number;
  readonly options: CloseSessionsOptions;
}

/** How its run ended. */
export interface Ended {
  readonly totals: CloseTotals;
  readonly unclosed: CloseResult[];
  readonly reason: string | undefined;
}

/** How a process is started. */
export interface Start {
  /** A compiled module that is loaded before. */
  readonly preload?: string;
  readonly client?: Partial<RescueClientOptions>;
  readonly options?: Partial<CloseSessionsOptions>;
}

/** The sessions of an emulator, and a journal of the runs that close them. */
export class ProofDesk implements AsyncDisposable {
  readonly emulator: Emulator;
  readonly journal: string;
  readonly #folder: string;
  readonly #count: number;
  /** How many closeSession calls of each session arrived under a login. */
  readonly #arrivals = new Map<number, number>();
  /** How many arrived, all together. */
  #arrived = 0;
  #onArrival: () => void = () => {};

  private constructor(emulator: Emulator, folder: string, count: number) {
    this.emulator = emulator;
    this.#folder = folder;
    this.journal = join(folder, "closed.ndjson");
    this.#count = count;
    emulator.on("closeSession", async ({ iSession }, { proceed }) => {
      this.#arrived += 1;
      this.#onArrival();
      const answer = await proceed();
      // A call under a login that is gone does nothing, and is made again under the next.
      const counts = answer.closeSessionResult !== "closeSessionRet_NotLoggedInAsAdmin";
      if (counts) this.#arrivals.set(iSession, (this.#arrivals.get(iSession) ?? 0) + 1);
      return answer;
    });
  }

  static async open(count: number, options: EmulatorOptions = {}): Promise<ProofDesk> {
    const sessions = Array.from({ length: count }, (_, index) => ({
      id: FIRST + index,
      status: "WAITING" as const,
      technician: 201 + (index % 2),
    }));
    const emulator = await startEmulator({ seed: { ...defaultSeed, sessions }, limits: false, ...options });
    return new ProofDesk(emulator, await mkdtemp(join(tmpdir(), "closing-")), count);
  }

  /** Starts a process that closes all of the sessions. */
  start({ preload, client, options }: Start = {}): RunningClose {
    const task: Task = {
      client: {
        endpoint: this.emulator.endpoint,
        credentials: { authCode: "4ahx...80u0" },
        retry: { delay: 20, maxDelay: 100 },
        ...client,
      },
      first: FIRST,
      count: this.#count,
      options: { journal: this.journal, ...options },
    };
    const loaded = preload === undefined ? [] : ["--import", preload];
    return new RunningClose(spawn(process.execPath, [...loaded, PROGRAM, JSON.stringify(task)]));
  }

  /** Kills a process at an instant that the random numbers choose: by time, or when so many calls have arrived. */
  async kill(process: RunningClose, random: SeededRandom): Promise<"killed" | "ended"> {
    const byTime = random.integer(4) === 0;
    const wait = random.integer(byTime ? 700 : 6);
    const calls = 1 + random.integer(40);
    if (!byTime) {
      const until = this.#arrived + calls;
      const arrived = new Promise<void>((resolve) => {
        this.#onArrival = () => {
          if (this.#arrived >= until) resolve();
        };
      });
      await Promise.race([arrived, process.ended]);
    }
    if (wait > 0) await sleep(wait);
    return process.kill();
  }

  /** Runs to the end, without a kill. */
  async finish(start?: Start): Promise<Ended> {
    const ended = await this.start(start).ended;
    if (!ended) throw new Error("the process has not said how its run ended");
    return ended;
  }

  /** The emulator has closed each session once, the journal says so, and knew of each call before it arrived. */
  check(): void {
    const intents = new Map<number, number>();
    const open = new Set<number>();
    for (const text of readFileSync(this.journal, "utf8").trimEnd().split("\n")) {
      const { kind, session, closed, state } = JSON.parse(text) as Record<string, unknown> & { session: number };
      if (kind === "intent") {
        intents.set(session, (intents.get(session) ?? 0) + 1);
        open.add(session);
      } else if (closed === true || state === "closed") open.delete(session);
    }
    expect([...open], "in doubt according to the journal").to.deep.equal([]);
    for (let id = FIRST; id < FIRST + this.#count; id += 1) {
      if (this.emulator.executions("closeSession", id) !== 1) throw new Error(`session ${id} was not closed once`);
      const [known, arrived] = [intents.get(id) ?? 0, this.#arrivals.get(id) ?? 0];
      if (known < arrived) throw new Error(`${arrived} calls of session ${id} arrived, ${known} were in the journal`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close();
    await rm(this.#folder, { recursive: true });
  }
}

/** A process that closes sessions. */
export class RunningClose {
  /** How its run ended; undefined where it was killed. */
  readonly ended: Promise<Ended | undefined>;
  readonly #child: ChildProcess;
  #hasExited = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    let [told, wrong] = ["", ""];
    child.stdout?.on("data", (data: Buffer) => {
      told += data.toString();
    });
    child.stderr?.on("data", (data: Buffer) => {
      wrong += data.toString();
    });
    this.ended = new Promise((resolve, reject) => {
      child.on("close", (code, signal) => {
        this.#hasExited = true;
        if (signal === "SIGKILL") resolve(undefined);
        else if (code === 0) resolve(JSON.parse(told) as Ended);
        else reject(new Error(`the process ended with ${code ?? signal}: ${wrong}`));
      });
    });
    // Whoever awaits it handles its failure.
    this.ended.catch(() => {});
  }

  async kill(): Promise<"killed" | "ended"> {
    if (!this.#hasExited) this.#child.kill("SIGKILL");
    return (await this.ended) ? "ended" : "killed";
  }
}
