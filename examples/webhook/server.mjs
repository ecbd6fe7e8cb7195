// Closes a support session when its ticket closes: the ticket system calls POST /tickets, signed with a shared secret.
import { createHmac, timingSafeEqual } from "node:crypto";
import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import Fastify from "fastify";
import { NotAuthenticatedError, RescueClient, RescueError } from "rescue-soap-client";

/** How old a delivery may be, in seconds: an older one may have been recorded and sent again by somebody else. */
const WINDOW = 300;
/** How many answers are kept for deliveries that come again. */
const KEPT = 1_000;

const BODY = {
  type: "object",
  required: ["delivery", "event", "session"],
  properties: {
    delivery: { type: "string", minLength: 1, maxLength: 100 },
    event: { type: "string", maxLength: 100 },
    session: { type: "integer", minimum: 1, maximum: 2_147_483_647 },
  },
};

/** @param now seconds since 1970. @param kept how many answers are kept for deliveries that come again. */
export function makeServer({ rescue, secret, now = () => Date.now() / 1000, kept = KEPT }) {
  // One entry for each delivery: one that comes again while the first is under way waits for the same answer.
  const deliveries = new Map();
  // Without coercion: `true` is no session, and would be made session 1.
  const app = Fastify({ bodyLimit: 16 * 1024, ajv: { customOptions: { coerceTypes: false } } });

  app.removeAllContentTypeParsers();
  // The signature covers the bytes, so they are checked before anything is made of them.
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request, bytes) => {
    const { "x-timestamp": time = "", "x-signature": given = "" } = request.headers;
    const expected = createHmac("sha256", secret).update(`${time}.`).update(bytes).digest();
    const received = Buffer.from(/^[0-9a-f]{64}$/i.test(given) ? given : "", "hex");
    const isFresh = /^\d{1,12}$/.test(time) && Math.abs(now() - Number(time)) <= WINDOW;
    const isSigned = received.length === expected.length && timingSafeEqual(received, expected);
    if (!isFresh || !isSigned) throw refusal(401, "the signature is wrong, or too old");
    try {
      return JSON.parse(bytes.toString());
    } catch {
      throw refusal(400, "the body is not JSON");
    }
  });

  app.post("/tickets", { schema: { body: BODY } }, async (request, reply) => {
    const { delivery, event, session } = request.body;
    if (event !== "closed") return reply.code(200).send({ session, done: "nothing to do" });
    let known = deliveries.get(delivery);
    if (known && known.session !== session)
      return reply.code(422).send({ session, done: "another session's delivery" });
    if (!known) {
      if (!makeRoom(deliveries, kept)) return reply.code(503).send({ session, done: "not sent" });
      known = { session, isUnderWay: true, answer: close(rescue, session) };
      deliveries.set(delivery, known);
    }
    const { status, ...body } = await known.answer;
    known.isUnderWay = false;
    // What certainly did not happen may be asked for again.
    if (status === 503 && deliveries.get(delivery) === known) deliveries.delete(delivery);
    return reply.code(status).send({ session, ...body });
  });

  app.get("/health", async () => ({ ok: true }));
  return app;
}

/** Forgets the oldest answer where there are too many. A call that is under way is never forgotten, or it would be made twice. */
function makeRoom(deliveries, kept) {
  if (deliveries.size < kept) return true;
  for (const [delivery, { isUnderWay }] of deliveries) if (!isUnderWay) return deliveries.delete(delivery);
  return false;
}

/** What became of a session, as a status for the ticket system: it delivers again after 5xx. Does not throw. */
async function close(rescue, session) {
  const result = await tryToClose(rescue, session);
  // Ids and codes only: nothing here that a customer wrote.
  if (result.status !== 200)
    console.warn(`session ${session}: ${result.done}${result.code ? ` (${result.code})` : ""}`);
  return result;
}

async function tryToClose(rescue, session) {
  try {
    await rescue.closeSession(session);
    return { status: 200, done: "closed" };
  } catch (error) {
    if (!(error instanceof RescueError)) return { status: 202, done: "unknown: a person should look" };
    if (error.outcome === "unknown") return settle(rescue, error);
    // This server's user is refused, not this session.
    if (error.outcome === "not-sent" || error instanceof NotAuthenticatedError)
      return { status: 503, done: "not closed", code: error.code };
    return { status: 409, done: "refused", code: error.code, advice: error.advice };
  }
}

/** Looks what became of a call whose answer was lost, instead of calling again. */
async function settle(rescue, error) {
  try {
    const { state } = await rescue.sessions.settle(error);
    return state === "closed"
      ? { status: 200, done: "closed" }
      : { status: 202, done: `${state}: a person should look` };
  } catch {
    return { status: 202, done: "unknown: a person should look" };
  }
}

function refusal(statusCode, message) {
  return Object.assign(new Error(message), { statusCode });
}

// Also where this file is started through a link.
if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const {
    RESCUE_ENDPOINT,
    RESCUE_EMAIL,
    RESCUE_PASSWORD,
    WEBHOOK_SECRET,
    PORT = "3000",
    HOST = "127.0.0.1",
  } = process.env;
  if (!WEBHOOK_SECRET) throw new Error("WEBHOOK_SECRET is not set: the secret that the ticket system signs with");
  const rescue = new RescueClient({
    endpoint: RESCUE_ENDPOINT,
    credentials: { email: RESCUE_EMAIL, password: RESCUE_PASSWORD },
  });
  const app = makeServer({ rescue, secret: WEBHOOK_SECRET });
  console.log(`listening on ${await app.listen({ port: Number(PORT), host: HOST })}`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, async () => {
      await app.close(); // after the requests in flight
      await rescue[Symbol.asyncDispose](); // logs out
    });
  }
}
