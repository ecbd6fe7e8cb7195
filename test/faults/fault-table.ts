import { envelope } from "../emulator/wire.js";
import { answering, httpMessage, type RawConnection, resultOf } from "./raw-service.js";

/**
 * How a call ends: the class of the error (or `answered`), its outcome, its attempts, and the whole requests that the
 * server read. An OutcomeUnknownError names the error that hid the answer.
 */
export type End = `${string} ${"not-sent" | "unknown" | "answered"} ${number}/${number}` | `answered ${number}`;

/** The calls that each fault affects; for the last one it affects the login. */
export type Column = "read" | "mutating" | "auth" | "auth code" | "waiting for a login";

export type Ends = Readonly<Record<Column, { readonly retry: End; readonly once: End }>>;

export interface Fault {
  readonly name: string;
  /** Plays each connection; absent where nothing listens. */
  readonly play?: (connection: RawConnection, elsewhere: string) => Promise<void>;
  /** True where the answer never comes: the client's timeout ends the call once `play` has come to its end. */
  readonly stalls?: true;
  readonly ends: Ends;
}

const both = (end: End) => ({ retry: end, once: end });

const ANSWERED: Ends = {
  read: both("answered 1"),
  mutating: both("answered 1"),
  auth: both("answered 1"),
  "auth code": both("answered 1"),
  "waiting for a login": both("answered 2"),
};

// Every class may be repeated when nothing was sent.
const NO_CONNECTION: Ends = {
  read: { retry: "ConnectionError not-sent 3/0", once: "ConnectionError not-sent 1/0" },
  mutating: { retry: "ConnectionError not-sent 3/0", once: "ConnectionError not-sent 1/0" },
  auth: { retry: "ConnectionError not-sent 3/0", once: "ConnectionError not-sent 1/0" },
  "auth code": { retry: "ConnectionError not-sent 3/0", once: "ConnectionError not-sent 1/0" },
  "waiting for a login": { retry: "ConnectionError not-sent 3/0", once: "ConnectionError not-sent 1/0" },
};

const BROKEN_UNREAD: Ends = {
  read: { retry: "ConnectionError unknown 3/0", once: "ConnectionError unknown 1/0" },
  mutating: both("OutcomeUnknownError of ConnectionError unknown 1/0"),
  auth: both("ConnectionError unknown 1/0"),
  "auth code": both("OutcomeUnknownError of ConnectionError unknown 1/0"),
  "waiting for a login": both("ConnectionError not-sent 1/0"),
};

const BROKEN: Ends = {
  read: { retry: "ConnectionError unknown 3/3", once: "ConnectionError unknown 1/1" },
  mutating: both("OutcomeUnknownError of ConnectionError unknown 1/1"),
  auth: both("ConnectionError unknown 1/1"),
  "auth code": both("OutcomeUnknownError of ConnectionError unknown 1/1"),
  "waiting for a login": both("ConnectionError not-sent 1/1"),
};

const STALLED_UNREAD: Ends = {
  read: both("DeadlineError unknown 1/0"),
  mutating: both("OutcomeUnknownError of DeadlineError unknown 1/0"),
  auth: both("DeadlineError unknown 1/0"),
  "auth code": both("OutcomeUnknownError of DeadlineError unknown 1/0"),
  "waiting for a login": both("DeadlineError not-sent 0/0"),
};

const STALLED: Ends = {
  read: both("DeadlineError unknown 1/1"),
  mutating: both("OutcomeUnknownError of DeadlineError unknown 1/1"),
  auth: both("DeadlineError unknown 1/1"),
  "auth code": both("OutcomeUnknownError of DeadlineError unknown 1/1"),
  "waiting for a login": both("DeadlineError not-sent 0/1"),
};

// A reply that is not SOAP now will not be SOAP in a second.
const NOT_SOAP: Ends = {
  read: both("ProtocolError unknown 1/1"),
  mutating: both("OutcomeUnknownError of ProtocolError unknown 1/1"),
  auth: both("ProtocolError unknown 1/1"),
  "auth code": both("OutcomeUnknownError of ProtocolError unknown 1/1"),
  "waiting for a login": both("ProtocolError not-sent 1/1"),
};

const FAULT: Ends = {
  read: both("SoapFaultError answered 1/1"),
  mutating: both("SoapFaultError answered 1/1"),
  auth: both("SoapFaultError answered 1/1"),
  "auth code": both("SoapFaultError answered 1/1"),
  "waiting for a login": both("SoapFaultError not-sent 1/1"),
};

// ASP.NET sends it from anywhere in a method, also after the change.
const FAULT_ON_THE_WAY: Ends = {
  ...FAULT,
  mutating: both("OutcomeUnknownError of SoapFaultError unknown 1/1"),
  "auth code": both("OutcomeUnknownError of SoapFaultError unknown 1/1"),
};

const PASSING: Ends = {
  ...NOT_SOAP,
  read: { retry: "ProtocolError unknown 3/3", once: "ProtocolError unknown 1/1" },
};

const reset = (connection: RawConnection) => void connection.socket.resetAndDestroy();
const close = (connection: RawConnection) => void connection.socket.end();

/** Reads a request, gives a part of the answer and then does `then`, or nothing more. */
const partly =
  (part: (answer: string) => string, then: (connection: RawConnection) => void = () => {}) =>
  async (connection: RawConnection) => {
    await connection.write(part(resultOf(await connection.request())));
    then(connection);
  };

const MID_STATUS = (answer: string) => answer.slice(0, 11);
const MID_HEADERS = (answer: string) => answer.slice(0, answer.indexOf("Content-Length") + 5);
const MID_BODY = (answer: string) => answer.slice(0, -20);
const mostlyChunked = (answer: string) =>
  answer.replace(/Content-Length: (\d+)/, "Transfer-Encoding: chunked").replace("\r\n\r\n", "\r\n\r\nfff\r\n");

/** Answers the login correctly, and everything else with what follows. */
const after = (before: string) => answering((request) => before + resultOf(request));

const hooked = (name: string, ends: Ends, play: NonNullable<Fault["play"]>): Fault => ({ name, ends, play });
const stalled = (name: string, ends: Ends, play: NonNullable<Fault["play"]>): Fault => ({
  name,
  ends,
  play,
  stalls: true,
});

const page = (status: number, ends: Ends): Fault =>
  hooked(
    `${status} with HTML`,
    ends,
    answering(() => httpMessage(status)),
  );

/** A fault in the shape of SOAP 1.1; its code decides whether something may have been done. */
const fault = (code: string, ends: Ends): Fault =>
  hooked(
    `a fault, ${code}`,
    ends,
    answering(() =>
      httpMessage(
        500,
        envelope("1.1", `<soap:Fault><faultcode>${code}</faultcode><faultstring>no</faultstring></soap:Fault>`),
        { "Content-Type": "text/xml; charset=utf-8" },
      ),
    ),
  );

const redirect = (status: number): Fault =>
  hooked(`${status} to another host`, NOT_SOAP, (connection, elsewhere) =>
    answering(() => httpMessage(status, undefined, { Location: elsewhere }))(connection),
  );

export const FAULTS: readonly Fault[] = [
  { name: "nobody listens", ends: NO_CONNECTION },

  hooked("reset before the request is read", BROKEN_UNREAD, async (connection) => {
    await connection.written;
    reset(connection);
  }),
  hooked("reset after the request", BROKEN, async (connection) => {
    await connection.request();
    reset(connection);
  }),
  hooked("closed before the request is read", BROKEN_UNREAD, async (connection) => {
    await connection.written;
    connection.socket.destroy();
  }),
  hooked("closed without an answer", BROKEN, async (connection) => {
    await connection.request();
    close(connection);
  }),
  hooked("closed in the status line", BROKEN, partly(MID_STATUS, close)),
  hooked("closed in the headers", BROKEN, partly(MID_HEADERS, close)),
  hooked("closed in the body", BROKEN, partly(MID_BODY, close)),
  hooked("closed in a chunk", BROKEN, partly(mostlyChunked, close)),
  hooked("reset in the headers", BROKEN, partly(MID_HEADERS, reset)),
  hooked("reset in the body", BROKEN, partly(MID_BODY, reset)),

  stalled("stall before the request is read", STALLED_UNREAD, async (connection) => {
    await connection.written;
  }),
  stalled("stall after the request", STALLED, async (connection) => {
    await connection.request();
  }),
  stalled("stall in the status line", STALLED, partly(MID_STATUS)),
  stalled("stall in the headers", STALLED, partly(MID_HEADERS)),
  stalled("stall in the body", STALLED, partly(MID_BODY)),
  stalled(
    "stall after a 100",
    STALLED,
    partly(() => "HTTP/1.1 100 Continue\r\n\r\n"),
  ),

  hooked("one byte at a time", ANSWERED, async (connection) => {
    connection.socket.setNoDelay(true);
    for (;;) for (const byte of resultOf(await connection.request())) await connection.write(byte);
  }),
  hooked("the answer comes before the body is read", ANSWERED, async (connection) => {
    for (;;) {
      await connection.write(resultOf({ operation: await connection.operation() }));
      await connection.request();
    }
  }),
  hooked("100 Continue first", ANSWERED, after("HTTP/1.1 100 Continue\r\n\r\n")),
  hooked(
    "several 1xx first",
    ANSWERED,
    after(
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(
        5,
      ),
    ),
  ),
  hooked("the connection is not kept", ANSWERED, async (connection) => {
    await connection.write(resultOf(await connection.request(), "OK", { Connection: "close" }));
    close(connection);
  }),

  hooked(
    "garbage instead of HTTP",
    NOT_SOAP,
    answering(() => "220 mail.example.com ESMTP\r\n"),
  ),
  hooked(
    "a TLS alert instead of HTTP",
    NOT_SOAP,
    answering(() => "\x15\x03\x01\x00\x02\x02\x46"),
  ),
  hooked(
    "a flood of headers",
    NOT_SOAP,
    answering((request) => resultOf(request, "OK", Object.fromEntries(flood()))),
  ),
  hooked(
    "one endless header",
    NOT_SOAP,
    answering((request) => resultOf(request, "OK", { "X-Long": "a".repeat(100_000) })),
  ),
  // The service may use the connection in another way, so that it is lost for this call.
  hooked(
    "101 Switching Protocols",
    BROKEN,
    answering(() => "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
  ),
  hooked(
    "an answer to another call",
    NOT_SOAP,
    answering(() => resultOf({ operation: "logout" })),
  ),
  hooked(
    "an empty 200",
    NOT_SOAP,
    answering(() => httpMessage(200, "")),
  ),
  hooked(
    "204 without a body",
    NOT_SOAP,
    answering(() => "HTTP/1.1 204 No Content\r\n\r\n"),
  ),

  ...["soap:Client", "Client", "soap:Client.Authentication", "soap:VersionMismatch", "soap:MustUnderstand"].map(
    (code) => fault(code, FAULT),
  ),
  ...["soap:Server", "Server", "soap:Server.Client", "app:Busy", "", "Receiver/Client"].map((code) =>
    fault(code, FAULT_ON_THE_WAY),
  ),

  ...[301, 302, 303, 307, 308].map(redirect),
  ...[200, 400, 401, 403, 404, 405, 407, 413, 501].map((status) => page(status, NOT_SOAP)),
  ...[408, 429, 500, 502, 503, 504].map((status) => page(status, PASSING)),
];

function flood(): [string, string][] {
  return Array.from({ length: 5_000 }, (_, index) => [`X-Flood-${index}`, "water"]);
}
