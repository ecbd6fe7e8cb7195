import { type Contract, lookUp } from "../../soap/contract.js";
import type { Exchange, OperationRunner } from "../wire/operation-runner.js";
import type { Parameters } from "../wire/parameters.js";
import type { HttpReply } from "../wire/soap-reply.js";
import type { Form } from "./form.js";
import { FormRefusal, readFormParameters } from "./form-parameters.js";
import { formNamed } from "./form-table.js";
import { FormValues } from "./form-values.js";
import { maskForm, maskText } from "./masked-form.js";
import { codeOf, ERROR, statusWord } from "./status-word.js";

/** A request for a form. */
export interface FormRequest {
  readonly method: "GET" | "POST";
  /** The form's name, in any case, without `.aspx`. */
  readonly name: string;
  readonly query: string;
  /** The form body; `""` for a GET. */
  readonly body: string;
  readonly cookie: string | undefined;
  readonly origin: string;
}

/** The forms behind `/API/<name>.aspx`: the operations once more, in text. Knows no socket. */
export class FormService {
  readonly #contract: Contract;
  readonly #runner: OperationRunner;

  constructor(contract: Contract, runner: OperationRunner) {
    this.#contract = contract;
    this.#runner = runner;
  }

  /** Whether there is a form of that name, and an operation behind it. */
  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /** Answers one request; rejects never. @returns undefined where there is no such form. */
  async answer(request: FormRequest): Promise<Exchange | undefined> {
    const found = this.#find(request.name);
    if (!found) return undefined;
    const { form, name, operation } = found;
    const contract = this.#contract;
    const values = new FormValues(request.query, request.body);
    let parameters: Parameters = {};
    return this.#runner.run({
      operation: name,
      form: `HTTP ${request.method}`,
      cookie: request.cookie,
      origin: request.origin,
      text: maskForm([request.query, request.body].filter((part) => part !== "").join("&")),
      parameters: () => {
        parameters = readFormParameters(contract, operation, form, values);
        return parameters;
      },
      render: (answer) => {
        const code = codeOf(contract, name, operation, answer);
        const result = statusWord(code);
        const data = code === "OK" ? (form.layout?.(answer.out ?? {}, parameters) ?? "") : "";
        const text = form.layout && code === "OK" ? `${result}\n\n${data}` : result;
        return { reply: textReply(text), result };
      },
      blank: textReply(""),
      refuse: (error) => textReply(error instanceof FormRefusal ? statusWord(error.code) : ERROR),
    });
  }

  #find(name: string) {
    const form = formNamed(name);
    for (const candidate of form?.operations ?? []) {
      const operation = lookUp(this.#contract.operations, candidate);
      if (form && operation) return { form: form as Form, name: candidate, operation };
    }
    return undefined;
  }
}

// No source tells the type. As text/plain a hostile name, which nothing escapes here, is no markup in a browser.
function textReply(body: string): HttpReply {
  return {
    status: 200,
    contentType: "text/plain; charset=utf-8",
    body,
    logged: maskText(body),
    cacheControl: "private",
    headers: { "X-Content-Type-Options": "nosniff" },
  };
}
