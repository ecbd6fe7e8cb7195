// How much the answers of an emulator depend on the size of its desk: each kind of call at 100,000 sessions, compared with
// 100, in turn in one run; and when the first row of a long list arrives. `npm run bench:emulator`
import { request } from "node:http";
import { defaultSeed, type Emulator, type EmulatorSeed, startEmulator } from "../../src/emulator/index.js";

const ROUNDS = 15;
const CALLS = 40;
const ROWS = 50_000;
const CODE = "4ahx";
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function seedOf(size: number): EmulatorSeed {
  return {
    ...defaultSeed,
    users: defaultSeed.users.map((user, index) => (index === 0 ? { ...user, authCode: CODE } : user)),
    sessions: Array.from({ length: size }, (_, index) => ({
      id: 1_000_000 + index,
      ...(index < 20
        ? { technician: 201, channel: 401 }
        : { technician: 202, channel: 402, startedAgo: 200_000 + index }),
      status: index < 20 || index % 2 === 0 ? ("WAITING" as const) : ("CLOSEDBYTECHNICIAN" as const),
      customFields: [`Customer ${index}`],
    })),
  };
}

const form = (name: string, query: string) => `/API/${name}.aspx?${query}&authcode=${CODE}`;
let next = 0;
const kinds: Readonly<Record<string, (emulator: Emulator) => Promise<unknown> | unknown>> = {
  closeSession: (emulator) => {
    const session = emulator.desk.newSession({ technician: 201 });
    return ask(emulator, form("closeSession", `session=${session}`));
  },
  "closeSession, unknown session": (emulator) => ask(emulator, form("closeSession", "session=7")),
  "getSession_v3, 20 rows": (emulator) => ask(emulator, form("getSession_v3", "node=401&noderef=CHANNEL")),
  getNote: (emulator) => ask(emulator, form("getNote", "session=1000001")),
  getChat: (emulator) => ask(emulator, form("getChat", "session=1000001")),
  "getReport_v2, a day": (emulator) => ask(emulator, form("getReport_v2", "node=1&noderef=NODE")),
  getHierarchy: (emulator) => ask(emulator, form("getHierarchy_v2", "x=1")),
  requestPINCode: (emulator) => ask(emulator, form("requestPINCode", "notechconsole=1")),
  "hold and start": async (emulator) => {
    next = (next + 1) % 20;
    await ask(emulator, form("startSession", `session=${1_000_000 + next}&node=201`));
    return ask(emulator, form("holdSession", `session=${1_000_000 + next}&node=201`));
  },
  "the page": (emulator) => ask(emulator, "/"),
};

const LIST =
  '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' +
  '<getSession_V3 xmlns="https://secure.logmeinrescue.com/API/API.asmx"><iNodeID>202</iNodeID><eNodeRef>NODE</eNodeRef>' +
  `<sAuthCode>${CODE}</sAuthCode></getSession_V3></e:Body></e:Envelope>`;

function ask(
  { endpoint }: Emulator,
  path: string,
  body?: string,
): Promise<{ readonly first: number; readonly whole: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const headers = {
      "Content-Type": "text/xml",
      SOAPAction: '"https://secure.logmeinrescue.com/API/API.asmx/getSession_V3"',
    };
    const sent = request(new URL(path, endpoint), { method, headers }, (response) => {
      let first = 0;
      response.on("data", () => {
        first ||= performance.now() - start;
      });
      response.once("end", () => resolve({ first, whole: performance.now() - start }));
    });
    sent.once("error", reject).end(body);
  });
}

await using small = await startEmulator({ seed: seedOf(100), limits: false });
await using large = await startEmulator({ seed: seedOf(2 * ROWS), limits: false });
console.log("each kind of call at 100,000 sessions, compared with 100:");
for (const [kind, call] of Object.entries(kinds)) {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = [];
    for (const emulator of round % 2 === 0 ? [small, large] : [large, small]) {
      const start = performance.now();
      for (let made = 0; made < CALLS; made += 1) await call(emulator);
      times.push(performance.now() - start);
    }
    const [one = Number.NaN, other = Number.NaN] = round % 2 === 0 ? times : times.reverse();
    if (round > 0) ratios.push(other / one);
  }
  console.log(`  ${kind.padEnd(32)} ${median(ratios).toFixed(2)}`);
}
const lists = [];
for (let round = 0; round < 5; round += 1) lists.push(await ask(large, "/API/API.asmx", LIST));
const first = median(lists.map((list) => list.first));
const whole = median(lists.map((list) => list.whole));
console.log(
  `a list of 50,000 rows: first byte after ${(first / whole).toFixed(2)} of the whole (${whole.toFixed(0)} ms)`,
);
