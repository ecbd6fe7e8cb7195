import { expect } from "chai";
import {
  AbortedError,
  InvalidArgumentError,
  NotAuthenticatedError,
  type QueueChange,
  RescueResultError,
} from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION, TECHNICIAN } from "../guide-values.js";
import { thrown } from "../thrown.js";

/** A row of getSession_V3 without an id. */
const ROW = {
  bStatus: "SESSION_WAITING",
  iEntry: 0,
  iTechnician: 0,
  iWaitingTimeInSec: 0,
  bIsLead: false,
  bHandingOff: false,
};

for (const soap of VERSIONS) {
  describe(`rescue.sessions, SOAP ${soap}`, () => {
    let emulator: Emulator;
    let rescue: RescueClient;
    const connect = (credentials = ADMINISTRATOR as { readonly email: string; readonly password: string }) =>
      new RescueClient({ credentials, endpoint: emulator.endpoint, soap });
    before(async () => {
      emulator = await startEmulator();
    });
    beforeEach(() => {
      emulator.reset();
      rescue = connect();
    });
    afterEach(() => rescue.close());
    after(() => emulator.close());

    describe("list", () => {
      it("shows the queue of a technician, with status as enumeration, word and text", async () => {
        const sessions = await rescue.sessions.list({ node: 201 });
        const session = sessions.find(({ id }) => id === SESSION);
        expect(session).to.deep.include({
          status: "SESSION_PICKEDUP",
          word: "active",
          statusText: "Active",
          channel: { id: 401, name: "Web Site" },
          technician: { id: 201, name: "First Technician" },
          customFields: ["Front Desk", "Printer is offline", "TICKET-1001", "", "", ""],
          language: "en",
          transferredTo: "",
          isLead: true,
          isHandingOff: false,
        });
        expect(session?.startTime).to.match(/^\d+\/\d+\/\d{4} /);
        expect(session?.startLocal).to.match(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
        expect(session?.waitingSeconds).to.be.within(25 * 60, 26 * 60);
      });

      it("shows the queue of a channel, and sessions without a technician", async () => {
        const sessions = await rescue.sessions.list({ node: 401, ref: "channel" });
        expect(sessions.map(({ word }) => word)).to.include.members(["waiting", "on hold", "active"]);
        expect(sessions.find(({ word }) => word === "waiting")?.technician).to.equal(undefined);
      });

      it("is an array for an empty queue and for a single session", async () => {
        expect(await rescue.sessions.list({ node: 111 })).to.deep.equal([]);
        await rescue.sessions.transfer(SESSION, { to: 111 });
        expect((await rescue.sessions.list({ node: 111 })).map(({ id }) => id)).to.deep.equal([SESSION]);
      });

      it("throws what the service refuses", async () => {
        const error = await thrown(RescueResultError, rescue.sessions.list({ node: 401 }));
        expect(error).to.include({ code: "InvalidParam_NodeID", operation: "getSession_V3", outcome: "answered" });
      });

      it("sends nothing for arguments that are wrong", async () => {
        const wrong = (queue: object) =>
          thrown(InvalidArgumentError, rescue.sessions.list(queue as { readonly node: number }));
        expect(await wrong({ node: 0 })).to.include({ path: "node", outcome: "not-sent" });
        expect(await wrong({ node: "201" })).to.include({ path: "node" });
        expect(await wrong({})).to.include({ path: "node" });
        expect(await wrong({ node: 201, ref: "NODE" })).to.include({ path: "ref" });
        expect(await wrong({ node: 201, nodes: 1 })).to.include({ path: "nodes" });
        expect(emulator.log).to.have.length(0);
      });
    });

    describe("actions", () => {
      const statusOf = async (id: number) =>
        (await rescue.sessions.list({ node: 401, ref: "channel" })).find((session) => session.id === id)?.word;

      it("start, hold, cancelAction, transfer and close change the session as the service does", async () => {
        const id = 20000002;
        expect(await rescue.sessions.start(id, 201)).to.deep.equal({
          session: id,
          code: "OK",
          literal: "startSessionRet_OK",
        });
        expect(await statusOf(id)).to.equal("active");
        expect(await rescue.sessions.hold(id)).to.include({ literal: "holdSessionRet_OK" });
        expect(await statusOf(id)).to.equal("on hold");
        expect(await rescue.sessions.cancelAction(id)).to.include({ literal: "cancelActionRet_OK" });
        expect(await statusOf(id)).to.equal("active");
        await rescue.sessions.transfer(id, { to: 402, ref: "channel", comment: "a spare part" });
        const [moved] = (await rescue.sessions.list({ node: 402, ref: "channel" })).filter((one) => one.id === id);
        expect(moved).to.include({ word: "transferring", transferredTo: "Hardware", transferComment: "a spare part" });
        expect(await rescue.sessions.close(id)).to.include({ session: id, literal: "closeSessionRet_OK" });
        expect(await statusOf(id)).to.equal(undefined);
        expect(emulator.executions("closeSession", id)).to.equal(1);
      });

      it("chat and note are read, also of an ended session", async () => {
        expect(await rescue.sessions.chat(SESSION)).to.contain("Printer is offline");
        expect(await rescue.sessions.note(SESSION)).to.equal("Asked for the serial number");
        await rescue.sessions.close(SESSION);
        expect(await rescue.sessions.note(SESSION)).to.equal("Asked for the serial number");
      });

      it("are refused to a technician, and name the session", async () => {
        await using technician = connect(TECHNICIAN);
        const error = await thrown(NotAuthenticatedError, technician.sessions.hold(SESSION));
        expect(error).to.include({ code: "NotLoggedInAsAdmin", session: SESSION, operation: "holdSession" });
      });

      it("refuse what the service refuses", async () => {
        const busy = await thrown(RescueResultError, rescue.sessions.start(20000002, 203));
        expect(busy).to.include({ code: "ActionFailed", session: 20000002 });
        expect(await thrown(RescueResultError, rescue.sessions.note(77))).to.include({ code: "Error", session: 77 });
      });

      it("send nothing for an id that cannot be one", async () => {
        const { sessions } = rescue;
        for (const work of [
          sessions.start(0, 201),
          sessions.start(SESSION, 0),
          sessions.hold(1.5),
          sessions.transfer(SESSION, { to: Number.NaN }),
          sessions.close(-1),
          sessions.cancelAction(2 ** 31),
          sessions.chat(0),
          sessions.note(0),
        ]) {
          expect(await thrown(InvalidArgumentError, work)).to.include({ outcome: "not-sent" });
        }
        expect(emulator.log).to.have.length(0);
      });
    });

    describe("watch", () => {
      /** The next change of one session, as `kind id word`. */
      const next = async (changes: AsyncIterator<QueueChange>): Promise<string> => {
        const { value, done } = await changes.next();
        if (done === true) throw new Error("the watch ended");
        const { kind, session } = value as QueueChange;
        return `${kind} ${session.id} ${session.word}`;
      };
      const queue = { node: 202, interval: 1 };

      it("yields what appears, changes and is gone", async () => {
        const changes = rescue.sessions.watch(queue);
        const there = await rescue.sessions.list(queue.node === 202 ? { node: 202 } : queue);
        for (const { id, word } of there) expect(await next(changes)).to.equal(`appeared ${id} ${word}`);
        const fresh = emulator.desk.newSession({ technician: 202, status: "WAITING" });
        expect(await next(changes)).to.equal(`appeared ${fresh} waiting`);
        await rescue.sessions.start(fresh, 202);
        expect(await next(changes)).to.equal(`changed ${fresh} active`);
        await rescue.sessions.close(fresh);
        expect(await next(changes)).to.equal(`gone ${fresh} active`);
        await changes.return?.();
      });

      it("goes on after the service has forgotten the login", async () => {
        const changes = rescue.sessions.watch({ node: 111, interval: 1 });
        const first = next(changes);
        emulator.desk.newSession({ id: 41, technician: 111, status: "WAITING" });
        expect(await first).to.equal("appeared 41 waiting");
        emulator.dropLogins();
        emulator.desk.newSession({ id: 42, technician: 111, status: "WAITING" });
        expect(await next(changes)).to.equal("appeared 42 waiting");
        expect(emulator.executions("login")).to.equal(2);
        await changes.return?.();
      });

      it("ends with an AbortedError when the signal fires in a pause", async () => {
        const controller = new AbortController();
        emulator.desk.newSession({ id: 43, technician: 111, status: "WAITING" });
        const changes = rescue.sessions.watch({ node: 111, interval: 60_000, signal: controller.signal });
        expect(await next(changes)).to.equal("appeared 43 waiting");
        const waiting = thrown(AbortedError, changes.next());
        controller.abort();
        await waiting;
        expect(await changes.next()).to.deep.equal({ value: undefined, done: true });
      });

      it("ends where return() is called while a change is waited for", async () => {
        emulator.desk.newSession({ id: 45, technician: 111, status: "WAITING" });
        const changes = rescue.sessions.watch({ node: 111, interval: 3_600_000 });
        expect(await next(changes)).to.equal("appeared 45 waiting");
        const pending = changes.next();
        const end = { done: true, value: undefined };
        expect(await Promise.all([changes.return?.(), pending, changes.next()])).to.deep.equal([end, end, end]);
      });

      it("ends where return() is called during a poll, and before the first", async () => {
        const changes = rescue.sessions.watch({ node: 111, interval: 1 });
        const end = { done: true, value: undefined };
        let returned: Promise<unknown> | undefined;
        using _ = emulator.on("getSession_V3", async (__, { proceed }) => {
          returned ??= changes.return?.();
          await returned;
          return proceed();
        });
        expect(await changes.next()).to.deep.equal(end);
        expect(await returned).to.deep.equal(end);
        const calls = emulator.log.length;
        const others = rescue.sessions.watch({ node: 111 });
        expect([await others.return?.(), await others.next()]).to.deep.equal([end, end]);
        expect(emulator.log.length).to.equal(calls);
      });

      it("ends when the client is closed", async () => {
        emulator.desk.newSession({ id: 44, technician: 111, status: "WAITING" });
        const changes = rescue.sessions.watch({ node: 111, interval: 60_000 });
        expect(await next(changes)).to.equal("appeared 44 waiting");
        const waiting = thrown(AbortedError, changes.next());
        rescue.close();
        await waiting;
      });

      describe("of several queues", () => {
        it("reads each of them once, one after the other", async () => {
          emulator.desk.newSession({ id: 45, technician: 111, status: "WAITING" });
          const changes = rescue.sessions.watch({ node: [111, 203, 111], interval: 60_000 });
          expect([await next(changes), await next(changes)]).to.deep.equal([
            "appeared 45 waiting",
            "appeared 90000003 active",
          ]);
          expect(emulator.log.map(({ operation }) => operation)).to.deep.equal([
            "login",
            "getSession_V3",
            "getSession_V3",
          ]);
          await changes.return?.();
        });

        /** The service's answer for the queues of 111 and 204: which sessions each lists, for each time it is read. */
        const answerWith = (lists: Readonly<Record<number, readonly (readonly number[])[]>>) => {
          const read: Record<number, number> = { 111: 0, 204: 0 };
          emulator.on("getSession_V3", async ({ iNodeID }) => {
            const node = Number(iNodeID);
            const time = read[node] ?? 0;
            read[node] = time + 1;
            const all = lists[node] ?? [];
            const rows = (all[time] ?? all.at(-1) ?? []).map((id) => ({ ...ROW, iID: id, sStatus: `in ${node}` }));
            return { getSession_V3Result: "getSession_OK", aSessions: { SESSION_V3: rows } };
          });
          return read;
        };

        it("reports a session that two of them list once, and not as changing", async () => {
          const read = answerWith({ 111: [[47]], 204: [[47], [47], [47, 48]] });
          const changes = rescue.sessions.watch({ node: [111, 204], interval: 1 });
          expect(await next(changes)).to.equal("appeared 47 waiting");
          expect(await next(changes)).to.equal("appeared 48 waiting");
          expect(read).to.deep.equal({ 111: 3, 204: 3 });
          await changes.return?.();
        });

        it("does not call a session gone that moves to a queue that was read before", async () => {
          // In the second poll it is in neither when each is read: 111 was read before it came.
          answerWith({ 111: [[], [], [49], [49, 50]], 204: [[49], []] });
          const changes = rescue.sessions.watch({ node: [111, 204], interval: 1 });
          expect(await next(changes)).to.equal("appeared 49 waiting");
          expect(await next(changes)).to.equal("changed 49 waiting");
          expect(await next(changes)).to.equal("appeared 50 waiting");
          await changes.return?.();
        });

        it("calls a session gone that is in none of them", async () => {
          answerWith({ 111: [[]], 204: [[49], []] });
          const changes = rescue.sessions.watch({ node: [111, 204], interval: 1 });
          expect([await next(changes), await next(changes)]).to.deep.equal(["appeared 49 waiting", "gone 49 waiting"]);
          await changes.return?.();
        });

        it("sends nothing where one of them cannot be one, or none is named", async () => {
          for (const node of [[], [201, 0], ["201"], "201", null, undefined])
            expect(
              await thrown(InvalidArgumentError, rescue.sessions.watch({ node: node as readonly number[] }).next()),
            ).to.include({ path: "node" });
          expect(emulator.log).to.have.length(0);
        });
      });

      it("throws what a poll is refused with", async () => {
        expect(await thrown(RescueResultError, rescue.sessions.watch({ node: 401 }).next())).to.include({
          code: "InvalidParam_NodeID",
        });
        expect(await thrown(InvalidArgumentError, rescue.sessions.watch({ node: 201, interval: 0 }).next())).to.include(
          {
            path: "interval",
          },
        );
      });
    });
  });
}
