// A service in a process of its own that answers every report with a made one of so many bytes: `sReport` as UTF-8. Run
// by report-memory.ts; sends its port. The area decides what a row is: a few long cells, or many short ones.
import { createServer, type ServerResponse } from "node:http";
import { createGzip } from "node:zlib";

const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";
const BATCH = 200;

const bytes = Number(process.argv[2] ?? 32 * 1024 * 1024);
const isZipped = process.argv[3] === "gzip";
const settings = new Map<string, string>();
let logins = 0;

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const HEADINGS = [
  "Start Time",
  "End Time",
  "Session ID",
  ...Array.from({ length: 17 }, (_, index) => `Field ${index}`),
];

function cellsOf(row: number): readonly string[] {
  const texts = HEADINGS.slice(3).map((_, index) => `a cell of ${row}, ${index}`);
  return ["11/1/2026 8:30:00 AM", "11/1/2026 9:00:00 AM", String(row), ...texts];
}

function* textReport(delimiter: string): Iterable<string> {
  const line = (cells: readonly string[]) => `${cells.map((cell) => cell + delimiter).join("")}\n`;
  yield line(HEADINGS);
  const isLong = settings.get("eReportArea") === "CHAT_LOG";
  for (let row = 1; ; row += 1) {
    yield line(
      isLong ? [...cellsOf(row).slice(0, -1), "somebody types a line of a chat here\n".repeat(80)] : cellsOf(row),
    );
  }
}

function* xmlReport(): Iterable<string> {
  const fields = (cells: readonly string[]) => cells.map((cell, id) => `<field id="${id}">${cell}</field>`).join("");
  yield `<report><header>${fields(HEADINGS)}</header><data>`;
  for (let row = 1; ; row += 1) yield `<row>${fields(cellsOf(row))}</row>`;
}

async function sendReport(response: ServerResponse, size: number): Promise<void> {
  const isXml = settings.get("eOutput") === "XML";
  const end = isXml ? "</data></report>" : "";
  const rows = (isXml ? xmlReport() : textReport(settings.get("sDelimiter") ?? "|"))[Symbol.iterator]();
  const encoding = isZipped ? { "Content-Encoding": "gzip" } : {};
  response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8", ...encoding });
  const body = isZipped ? createGzip() : response;
  if (body !== response) body.pipe(response);
  const send = async (text: string) => {
    if (!body.write(text)) await new Promise((resolve) => body.once("drain", resolve));
  };
  await send(
    `${BEGINNING}<getReport_v2Response xmlns="${NAMESPACE}"><getReport_v2Result>getReport_OK</getReport_v2Result><sReport>`,
  );
  for (let sent = 0; sent < size; ) {
    const batch = Array.from({ length: size > 10_000 ? BATCH : 2 }, () => rows.next().value as string).join("");
    sent += Buffer.byteLength(batch);
    await send(escapeXml(batch));
  }
  await send(`${escapeXml(end)}</sReport></getReport_v2Response>${END}`);
  body.end();
}

const BEGINNING =
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>';
const END = "</soap:Body></soap:Envelope>";

let reports = 0;
const server = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  const operation = /\/(\w+)"$/.exec(String(request.headers.soapaction))?.[1] ?? "";
  for (const [, name = "", value = ""] of text.matchAll(/<(eReportArea|eOutput|sDelimiter)>([^<]*)</g)) {
    settings.set(name, value);
  }
  // The first one is short: it loads what a report needs.
  if (operation === "getReport_v2") return sendReport(response, reports++ === 0 ? 1 : bytes);
  const [own] = operation.split("_v");
  const result = `<${operation}Result>${own}_OK</${operation}Result>`;
  if (operation === "login") response.setHeader("Set-Cookie", `ASP.NET_SessionId=bench${++logins}; path=/; HttpOnly`);
  response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8" });
  response.end(`${BEGINNING}<${operation}Response xmlns="${NAMESPACE}">${result}</${operation}Response>${END}`);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address ? address.port : 0);
});
process.on("disconnect", () => process.exit());
