import type { Contract } from "../../soap/contract/contract.js";
import type { SoapVersion } from "../../soap/contract/soap-version.js";
import { cutText } from "../../soap/text/cut-text.js";
import type { History } from "../history/history.js";
import { HttpRefusal, type ServerReply } from "../http/reply.js";
import type { Delivery } from "../http/server/route.js";
import { noteOf } from "../operations/call/noted-refusal.js";
import { type IncomingCall, readCall } from "../operations/incoming-call.js";
import type { OperationRunner } from "../operations/operation-runner.js";
import { readParameters } from "./read-parameters.js";
import { writeResponse } from "./response-message.js";
import { faultReply, SoapRefusal, soapReply } from "./soap-reply.js";
import { readEnvelope, readRequest, type SoapHttpRequest } from "./soap-request.js";

/** The SOAP service behind `POST /API/API.asmx`, from the text of a request to the answer, without sockets. */
export class SoapService {
  readonly #contract: Contract;
  readonly #runner: OperationRunner;
  readonly #history: History;

  constructor(contract: Contract, runner: OperationRunner, history: History) {
    this.#contract = contract;
    this.#runner = runner;
    this.#history = history;
  }

  /** Answers one request; never rejects. Requests of one login take turns. */
  async answer(http: SoapHttpRequest): Promise<Delivery> {
    const read = this.#read(http);
    return "reply" in read ? read : this.#runner.run(read);
  }

  // The body and its tree are not kept while the call runs.
  #read(http: SoapHttpRequest): IncomingCall | Delivery {
    const contract = this.#contract;
    let version: SoapVersion = http.contentType?.trim().toLowerCase().startsWith("application/soap+xml")
      ? "1.2"
      : "1.1";
    try {
      const opened = readEnvelope(http);
      version = opened.version;
      const request = readRequest(contract, http, opened);
      const { name, operation } = request;
      return {
        operation: name,
        form: `SOAP ${version}`,
        cookie: http.cookie,
        origin: http.origin,
        signal: http.signal,
        text: cutText(http.body),
        read: readCall(() => readParameters(contract, request)),
        render: (result) => {
          const { xml, literal } = writeResponse(contract, name, operation, result);
          return { reply: soapReply(version, xml), result: literal };
        },
        blank: soapReply(version, ""),
        refuse: (error) => refusalReply(error, version),
      };
    } catch (error) {
      const reply = refusalReply(error, version);
      const { status, body: response } = reply;
      const entry = { operation: "", form: `SOAP ${version}`, status, request: http.body, response } as const;
      if (!http.signal.aborted) this.#history.add({ ...entry, note: noteOf(error) });
      return { reply };
    }
  }
}

// An exception in the operation is a server fault, and its message is sent, as customErrors="On" leaves it in
// ASMX.
function refusalReply(error: unknown, version: SoapVersion): ServerReply {
  if (error instanceof HttpRefusal) return error.reply;
  if (error instanceof SoapRefusal) return faultReply(version, error);
  const message = error instanceof Error ? error.message : String(error);
  return faultReply(version, new SoapRefusal("Server", `Server was unable to process request. ---> ${message}`, true));
}
