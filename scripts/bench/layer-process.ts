import { fileURLToPath } from "node:url";
import { contract } from "../../generated/contract.js";
import { lookUp } from "../../src/soap/contract/contract.js";
import { Deadline } from "../../src/soap/http/deadline.js";
import { HttpTransport } from "../../src/soap/http/http-transport.js";
import { SoapEndpoint } from "../../src/soap/soap-endpoint.js";
import { Redactor } from "../../src/soap/watch/redactor.js";
import { bareHttp, ours } from "./clients.js";

type LayerCall = () => Promise<unknown>;

/** The layers of a call, each with all below it. */
export const LAYERS: readonly { readonly name: string; readonly what: string }[] = [
  { name: "bare", what: "bare: a POST of Node's, and saxes" },
  { name: "transport", what: "HttpTransport and a Deadline, the reply unread" },
  { name: "endpoint", what: "SoapEndpoint: node-soap, the message, the reply's checks and decoding" },
  { name: "client", what: "RescueClient: arguments, lane, retries, judging" },
];

const TIMEOUT = 60_000;
const AT_ONCE = 50;
const CALLS = 2_000;
const ROUNDS = { warm: 12, measured: 15 } as const;

const operation = lookUp(contract.operations, "closeSession") ?? missing();

function missing(): never {
  throw new Error("the contract has no closeSession");
}

async function within(call: (deadline: Deadline) => Promise<unknown>): Promise<void> {
  const deadline = new Deadline("closeSession", TIMEOUT);
  try {
    await call(deadline);
  } finally {
    deadline.dispose();
  }
}

function callOf(layer: string | undefined, endpoint: string): LayerCall {
  const url = new URL(endpoint);
  const transport = new HttpTransport({ maxReplyBytes: 1_000_000 });
  if (layer === "bare") {
    const client = bareHttp(endpoint);
    return () => client.closeSession(12345678);
  }
  if (layer === "client") {
    const client = ours(endpoint);
    return () => client.closeSession(12345678);
  }
  if (layer === "transport") {
    const headers = { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${operation.soapAction}"` };
    const body =
      '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
      `<soap:Body><closeSession xmlns="${contract.namespace}"><iSession>12345678</iSession><sAuthCode>4ahx</sAuthCode>` +
      "</closeSession></soap:Body></soap:Envelope>";
    const request = { operation: "closeSession", method: "POST", url, body } as const;
    return () => within((deadline) => transport.send({ ...request, headers: { ...headers } }, deadline));
  }
  const soap = new SoapEndpoint({
    contract,
    address: url,
    version: "1.1",
    transport,
    loadStubs: () => import("../../generated/api/client.js"),
    userAgent: "bench",
    redactor: new Redactor(),
    observer: { wants: () => ({ exchanges: false, bodies: false }), exchange: () => {}, drift: () => {} },
  });
  const args = { iSession: "12345678", sAuthCode: "4ahx" };
  const call = { name: "closeSession", operation, args, openElement: "closeSessionResult" };
  return () => within((deadline) => soap.exchange(call, deadline));
}

async function measure(call: LayerCall): Promise<number> {
  const start = process.cpuUsage();
  let left = CALLS;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / CALLS;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , layer, endpoint = ""] = process.argv;
  const call = callOf(layer, endpoint);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS.warm + ROUNDS.measured; round += 1) {
    const time = await measure(call);
    if (round >= ROUNDS.warm) times.push(time);
  }
  console.log(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]);
  process.exit();
}
