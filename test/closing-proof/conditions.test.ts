import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { SeededRandom } from "../../src/emulator/desk/seeded-random.js";
import { FAULT_KINDS } from "../../src/emulator/http/spoil/fault-kind.js";
import type { FaultKind, FaultSchedule } from "../../src/emulator/index.js";
import { seed } from "../soap/seed.js";
import { ProofDesk, type Start } from "./killed-runs.js";

const COUNT = 500;
const LOGIN = { email: "some@email.com", password: "secretPassword" };
const preload = (name: string) => new URL(name, import.meta.url).href;

/** Kills a run a few times, and lets it end. */
async function killed(desk: ProofDesk, kills: number, start: Start): Promise<void> {
  const random = new SeededRandom(seed);
  for (let count = 0; count < kills; count += 1) await desk.kill(desk.start(start), random);
  let { unclosed, reason } = await desk.finish(start);
  // Those that a fault has refused, like a service that answers Error, are for the next run.
  for (let more = 0; start.options?.retryRefused && unclosed.length > 0 && more < 10; more += 1) {
    ({ unclosed, reason } = await desk.finish(start));
  }
  expect(unclosed).to.deep.equal([]);
  expect(reason).to.equal(undefined);
  desk.check();
}

describe(`each session is closed once, as the journal says (FC_SEED=${seed})`, function () {
  this.timeout(180_000);

  it("on a disk that is full, once there is room again", async () => {
    await using desk = await ProofDesk.open(COUNT);
    desk.emulator.faults.schedule({ seed: seed >>> 0, rate: 0.02 });
    const full = await desk.finish({ preload: preload("full-disk.js") });
    expect(full.reason).to.equal("journal");
    expect(full.totals.closed).to.be.within(1, COUNT - 1);
    const { unclosed } = await desk.finish();
    expect(unclosed).to.deep.equal([]);
    desk.check();
  });

  it("with a clock that jumps", async () => {
    await using desk = await ProofDesk.open(COUNT);
    desk.emulator.faults.schedule({ seed: seed >>> 0, rate: 0.02 });
    await killed(desk, 5, { preload: preload("jumping-clock.js") });
  });

  it("under the limit of logins", async () => {
    await using desk = await ProofDesk.open(COUNT, { limits: true });
    const { emulator } = desk;
    let limited = 0;
    emulator.on("login", async (_, { proceed }) => {
      const answer = await proceed();
      if (answer.loginResult === "login_LimitReached") {
        limited += 1;
        // Refused logins count, too: three minutes pass for the emulator, a second or two for the run.
        emulator.clock.advance(180_000);
      }
      return answer;
    });
    await killed(desk, 14, { client: { credentials: LOGIN, connections: 2 } });
    expect(limited).to.be.greaterThan(0);
  });

  it("while the service restarts", async () => {
    await using desk = await ProofDesk.open(COUNT);
    const { port } = new URL(desk.emulator.endpoint);
    await using front = await FrontDoor.open(Number(port));
    const endpoint = desk.emulator.endpoint.replace(port, String(front.port));
    const running = desk.start({ client: { endpoint, credentials: LOGIN, connections: 4 } });
    for (const closed of [100, 200, 300]) {
      while (desk.emulator.executions("closeSession") < closed) await sleep(5);
      await front.close();
      desk.emulator.dropLogins();
      await sleep(200);
      await front.open();
    }
    const ended = await running.ended;
    expect(ended?.unclosed).to.deep.equal([]);
    expect(ended?.reason).to.equal(undefined);
    expect(desk.emulator.executions("login")).to.be.at.most(4 * 4);
    desk.check();
  });

  it("with every kind of fault on 2 % of all calls", async () => {
    await using desk = await ProofDesk.open(COUNT);
    const kinds = Object.keys(FAULT_KINDS) as FaultKind[];
    const schedule: FaultSchedule = { seed: seed >>> 0, rate: 0.02, kinds };
    desk.emulator.faults.schedule(schedule);
    const client = { timeout: 3_000, maxReplyBytes: 4_194_304 };
    await killed(desk, 5, { client, options: { retryRefused: true } });
  });
});

/** A port in front of the emulator, which can be closed and opened again. */
class FrontDoor implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  port = 0;

  private constructor(behind: number) {
    this.#server = createServer((socket) => {
      const service = connect(behind, "127.0.0.1");
      for (const one of [socket, service]) {
        this.#sockets.add(one);
        one.on("error", () => {});
        one.on("close", () => {
          this.#sockets.delete(one);
          socket.destroy();
          service.destroy();
        });
      }
      socket.pipe(service).pipe(socket);
    });
  }

  static async open(behind: number): Promise<FrontDoor> {
    const door = new FrontDoor(behind);
    await door.open();
    return door;
  }

  async open(): Promise<void> {
    this.#server.listen(this.port, "127.0.0.1");
    await once(this.#server, "listening");
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await once(this.#server, "close");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
