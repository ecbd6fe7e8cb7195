// Closes a support session when its ticket closes: the ticket system calls POST /tickets, signed with a shared secret.
import { createHmac, timingSafeEqual } from "node:crypto";
import { pathToFileURL } from "node:url";
import Fastify from "fastify";
import { OutcomeUnknownError, RescueClient, RescueResultError } from "rescue-soap-client";

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

/** @param now seconds since 1970. */
export function makeServer({ rescue, secret, now = () => Date.now() / 1000 }) {
  // One promise for each delivery: one that comes again while the first is under way waits for the same answer.
  const answers = new Map();
  const app = Fastify({ bodyLimit: 16 * 1024 });

  app.removeContentTypeParser("application/json");
  // The signature covers the bytes, so they are checked before anything is made of them.
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request, bytes) => {
    const { "x-timestamp": time = "", "x-signature": given = "" } = request.headers;
    const expected = createHmac("sha256", secret).update(`${time}.`).update(bytes).digest();
    const received = Buffer.from(String(given), "hex");
    const isFresh = /^\d{1,12}$/.test(String(time)) && Math.abs(now() - Number(time)) <= WINDOW;
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
    let answer = answers.get(delivery);
    if (!answer) {
      answer = close(rescue, session);
      answers.set(delivery, answer);
      if (answers.size > KEPT) answers.delete(answers.keys().next().value);
      // What certainly did not happen may be asked for again.
      answer.then(({ status }) => status === 503 && answers.delete(delivery));
    }
    const { status, ...body } = await answer;
    return reply.code(status).send({ session, ...body });
  });

  app.get("/health", async () => ({ ok: true }));
  return app;
}

/** What became of a session, as a status for the ticket system: it delivers again after 5xx. */
async function close(rescue, session) {
  try {
    await rescue.closeSession(session);
    return { status: 200, done: "closed" };
  } catch (error) {
    if (error instanceof RescueResultError)
      return { status: 409, done: "refused", code: error.code, advice: error.advice };
    if (error instanceof OutcomeUnknownError) return settle(rescue, error);
    return { status: 503, done: "not sent" };
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

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
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
