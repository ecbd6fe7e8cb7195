// A service in a process of its own that answers at once with prepared bytes, so that the benchmark's CPU time is the
// the client's only. Run by bench.ts; prints its port.
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";

const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";

function envelope(body: string): Buffer {
  return Buffer.from(
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">' +
      `<soap:Body>${body}</soap:Body></soap:Envelope>`,
  );
}

const row = (id: number) =>
  `<SESSION_V3><iID>${id}</iID><bStatus>SESSION_WAITING</bStatus><sStatus>Waiting</sStatus><iEntry>1234</iEntry>` +
  `<sEntry>Channel ${id}</sEntry><iTechnician>337366</iTechnician><sTechnician>J. Doe</sTechnician>` +
  `<sStartTime>11/1/2026 8:30:00 AM</sStartTime><iWaitingTimeInSec>${id}</iWaitingTimeInSec>` +
  `<sCustomField0>Customer &amp; Co ${id}</sCustomField0><sLanguage>en</sLanguage><bIsLead>true</bIsLead>` +
  "<bHandingOff>false</bHandingOff></SESSION_V3>";

// Milliseconds that the service takes for a call; rows of a list; bytes of a report.
const [latency = 0, rows = 100, reportBytes = 0] = process.argv.slice(2).map(Number);

const reportLine = (id: number) =>
  `11/1/2026 8:30:00 AM|${id}|Front Desk|Customer &amp;amp; Co|Closed by technician|\n`;
const reportLines = Math.ceil(reportBytes / reportLine(20_000_000).length);

const closed = envelope(
  `<closeSessionResponse xmlns="${NAMESPACE}"><closeSessionResult>closeSessionRet_OK</closeSessionResult></closeSessionResponse>`,
);
const list = envelope(
  `<getSession_V3Response xmlns="${NAMESPACE}"><getSession_V3Result>getSession_OK</getSession_V3Result>` +
    `<aSessions>${Array.from({ length: rows }, (_, index) => row(20_000_000 + index)).join("")}</aSessions></getSession_V3Response>`,
);

const report = envelope(
  `<getReport_v2Response xmlns="${NAMESPACE}"><getReport_v2Result>getReport_OK</getReport_v2Result>` +
    `<sReport>${Array.from({ length: reportLines }, (_, index) => reportLine(20_000_000 + index)).join("")}</sReport></getReport_v2Response>`,
);

const loggedIn = envelope(`<loginResponse xmlns="${NAMESPACE}"><loginResult>login_OK</loginResult></loginResponse>`);

// One call at a time for each cookie: ASP.NET's session lock.
const queues = new Map<string, Promise<void>>();
let logins = 0;

async function turn(cookie: string | undefined): Promise<void> {
  if (latency === 0) return;
  const work = async () => {
    await setTimeout(latency);
  };
  if (cookie === undefined) return work();
  const mine = (queues.get(cookie) ?? Promise.resolve()).then(work);
  queues.set(cookie, mine);
  return mine;
}

const READS = { getSession_V3: list, getReport_v2: report };

const server = createServer((request, response) => {
  request.resume().on("end", async () => {
    const action = String(request.headers.soapaction);
    const login = action.endsWith('/login"');
    await turn(login ? undefined : request.headers.cookie);
    const body = login ? loggedIn : (Object.entries(READS).find(([name]) => action.includes(name))?.[1] ?? closed);
    if (login) response.setHeader("Set-Cookie", `ASP.NET_SessionId=bench${++logins}; path=/; HttpOnly`);
    response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8", "Content-Length": body.length });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address ? address.port : 0);
});
process.on("disconnect", () => process.exit());
