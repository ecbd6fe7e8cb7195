import { type Contract, type ContractOperation, lookUp } from "../../soap/contract/contract.js";
import { beginningOfPieces, type Pieces } from "../http/pieces.js";
import type { ServerReply } from "../http/reply.js";
import type { Delivery } from "../http/server/route.js";
import { readCall } from "../operations/incoming-call.js";
import type { OperationRunner } from "../operations/operation-runner.js";
import type { Form, Frame } from "./form.js";
import { formContract } from "./form-contract.js";
import { FormRefusal, readFormParameters } from "./form-parameters.js";
import { FORM_PATHS, formAt } from "./form-table.js";
import { FormValues } from "./form-values.js";
import { maskForm, maskText } from "./masked-form.js";
import { codeOf, ERROR, statusWord } from "./status-word.js";

/** A request for a form. */
export interface FormRequest {
  readonly method: "GET" | "POST";
  /** The form's folder and name, in lower case, without `.aspx`: `api/closesession`. */
  readonly path: string;
  readonly query: string;
  /** The form body; `""` for a GET. */
  readonly body: string;
  readonly cookie: string | undefined;
  readonly origin: string;
  /** Aborted at the first reset after this request began. */
  readonly signal: AbortSignal;
}

/** The forms behind `/API/<name>.aspx`, without sockets: the operations as text, and some that SOAP does not have. */
export class FormService {
  readonly #contract: Contract;
  readonly #runner: OperationRunner;

  constructor(contract: Contract, runner: OperationRunner) {
    this.#contract = contract;
    this.#runner = runner;
  }

  /** Whether there is a form at that path, with an operation behind it. */
  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  /** The paths of all forms. */
  get paths(): readonly string[] {
    return FORM_PATHS.filter((path) => this.has(path));
  }

  /** Answers one request; never rejects. @returns undefined if there is no such form. */
  async answer(request: FormRequest): Promise<Delivery | undefined> {
    const found = this.#find(request.path);
    if (!found) return undefined;
    const { contract, form, name, operation } = found;
    const { layout, frame = afterEmptyLine } = form;
    const values = new FormValues(request.query, request.body);
    const read = readCall(() => readFormParameters(contract, operation, form, values));
    const parameters = "parameters" in read ? read.parameters : {};
    return this.#runner.run({
      operation: name,
      form: `HTTP ${request.method}`,
      cookie: request.cookie,
      origin: request.origin,
      signal: request.signal,
      text: maskForm([request.query, request.body].filter((part) => part !== "").join("&")),
      read,
      render: (result) => {
        const code = codeOf(contract, name, operation, result);
        const word = statusWord(code);
        const data = layout && code === "OK" ? layout(result.out ?? {}, parameters) : undefined;
        const reply =
          typeof data === "function"
            ? piecesReply(frame(word, ""), data)
            : textReply(data === undefined ? word : frame(word, data));
        return { reply, result: word };
      },
      blank: textReply(""),
      refuse: (error) => textReply(error instanceof FormRefusal ? statusWord(error.code) : ERROR),
    });
  }

  #find(path: string): FoundForm | undefined {
    const form = formAt(path);
    for (const contract of [this.#contract, formContract]) {
      for (const name of form?.operations ?? []) {
        const operation = lookUp(contract.operations, name);
        if (form && operation) return { contract, form, name, operation };
      }
    }
    return undefined;
  }
}

/** A form, and the operation it calls with the contract that describes it. */
interface FoundForm {
  readonly contract: Contract;
  readonly form: Form;
  readonly name: string;
  readonly operation: ContractOperation;
}

const afterEmptyLine: Frame = (word, data) => `${word}\n\n${data}`;

// The type is not known. As text/plain, a hostile name, which is not escaped here, is not markup in a browser.
function textReply(body: string): ServerReply {
  return {
    status: 200,
    contentType: "text/plain; charset=utf-8",
    body,
    logged: maskText(body),
    cacheControl: "private",
    headers: { "X-Content-Type-Options": "nosniff" },
  };
}

function piecesReply(before: string, data: Pieces): ServerReply {
  const pieces = function* () {
    yield before;
    yield* data();
  };
  return { ...textReply(""), pieces, logged: maskText(beginningOfPieces(pieces)) };
}
