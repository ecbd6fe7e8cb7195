import { existsSync, readFileSync } from "node:fs";

/** One request and its reply from a raw capture of a real service. */
export interface CapturedExchange {
  readonly request: CapturedMessage;
  readonly reply: CapturedMessage;
}

export interface CapturedMessage {
  readonly startLine: string;
  /** In the order sent, names as sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Reads `test/fixtures/asmx/<name>.txt`. Interim `100 Continue` answers are left out. */
export function readCapture(name: string): CapturedExchange[] {
  const streams: Record<string, Buffer[]> = { client: [], server: [] };
  // The files show the carriage return at a line's end as the two characters "\\r".
  const text = readFileSync(fixture(name), "utf8").replaceAll("\\r\n", "\r\n");
  for (const part of text.split(/^===== /m).slice(1)) {
    const [, from = ""] = /^connection \d+, (client|server) to/.exec(part) ?? [];
    streams[from]?.push(Buffer.from(part.slice(part.indexOf("\n") + 1)));
  }
  const requests = messages(Buffer.concat(streams.client ?? []));
  const replies = messages(Buffer.concat(streams.server ?? [])).filter(({ startLine }) => !startLine.includes(" 100 "));
  return requests.map((request, index) => {
    const reply = replies[index];
    if (!reply) throw new Error(`${name}: request ${index} has no reply`);
    return { request, reply };
  });
}

function messages(stream: Buffer): CapturedMessage[] {
  const found: CapturedMessage[] = [];
  let offset = 0;
  while (offset < stream.length) {
    const end = stream.indexOf("\r\n\r\n", offset);
    if (end < 0) break;
    const [startLine = "", ...lines] = stream.subarray(offset, end).toString().trimStart().split("\r\n");
    const headers = lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    });
    const length = Number(headers.find(([name]) => name === "Content-Length")?.[1] ?? 0);
    found.push({ startLine, headers, body: stream.subarray(end + 4, end + 4 + length).toString() });
    offset = end + 4 + length;
    // The capture files end each piece with a line break of their own.
    while (stream[offset] === 0x0a || stream[offset] === 0x0d) offset += 1;
  }
  return found;
}

// Compiled tests lie in a folder of their own; the fixtures stay where they are.
function fixture(name: string): URL {
  for (let up = "../"; ; up += "../") {
    const file = new URL(`${up}test/fixtures/asmx/${name}.txt`, import.meta.url);
    if (existsSync(file)) return file;
    if (up.length > 24) throw new Error(`no capture ${name}`);
  }
}
