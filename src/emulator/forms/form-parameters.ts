import {
  type Contract,
  type ContractField,
  type ContractOperation,
  isRepeated,
  lookUp,
} from "../../soap/contract/contract.js";
import { scalarOf } from "../../soap/message/scalar.js";
import { replaceForbiddenCharacters } from "../../soap/text/xml-text.js";
import { NotedRefusal } from "../operations/call/noted-refusal.js";
import { type Parameters, type ParameterValue, unknownLiteral } from "../operations/call/parameters.js";
import { defaultOf } from "../operations/results/default-value.js";
import type { Form, FormParameter } from "./form.js";
import type { FormValues } from "./form-values.js";

/** A value of a form cannot be read, and the answer is this code's status word. */
export class FormRefusal extends NotedRefusal {
  readonly code: string;

  /** @param note for the log: what the emulator would have known. */
  constructor(code: string, note?: string) {
    super(code, note);
    this.code = code;
  }
}

const AUTH_CODE: FormParameter = { names: ["authcode"], soap: "sAuthCode" };

/**
 * The operation's parameters as a form sends them; what was not sent, or is empty, gets .NET's default. Read before the
 * login is looked at (inferred).
 *
 * @throws {FormRefusal} for a value that is not of its type, or a required one that is missing. That a number's place
 *   taken by other text gives `INVALIDPARAM_…` is inferred: startSession shows it over HTTP only, where an id is text.
 */
export function readFormParameters(
  contract: Contract,
  operation: ContractOperation,
  form: Form,
  values: FormValues,
): Parameters {
  const read: Record<string, ParameterValue> = {};
  for (const field of operation.request.fields) {
    const parameter = [...form.parameters, AUTH_CODE].find(({ soap }) => soap === field.name);
    const text = parameter && values.get(parameter.names);
    const item = itemFieldOf(contract, field);
    if (!parameter || (item && text === undefined)) read[field.name] = defaultOf(contract, field);
    else if (item) read[field.name] = { [item.name]: listFor(contract, item, parameter, text) };
    else read[field.name] = valueFor(contract, field, parameter, text);
  }
  return read;
}

// An array of the contract: a type that holds one repeated member and nothing else.
function itemFieldOf(contract: Contract, { type }: ContractField): ContractField | undefined {
  const [item, ...others] = lookUp(contract.types, type) ?? [];
  return item && others.length === 0 && isRepeated(item) ? item : undefined;
}

// Divided by commas; one more at the end, as getGroup writes it, makes no item.
function listFor(
  contract: Contract,
  item: ContractField,
  parameter: FormParameter,
  text = "",
): readonly ParameterValue[] {
  const parts = text.split(",").filter((part) => part.trim() !== "");
  return parts.map((part) => valueFor(contract, item, parameter, part));
}

function valueFor(
  contract: Contract,
  field: ContractField,
  { invalid = "Error", means, required, translate }: FormParameter,
  text = "",
): ParameterValue {
  // What XML forbids could be stored by a form and make every SOAP answer that tells it unreadable.
  if (field.type === "xs:string" && !translate) return replaceForbiddenCharacters(text, "?");
  if (text.trim() === "") {
    if (required) throw new FormRefusal(invalid);
    return defaultOf(contract, field);
  }
  const translated = translate ? translate(text) : text;
  const value = translated === undefined ? undefined : parse(contract, field, translated, means);
  if (value !== undefined) return value;
  const literals = lookUp(contract.enums, field.type);
  throw new FormRefusal(invalid, literals && `${field.name}: ${unknownLiteral(text, literals)}`);
}

// Unlike SOAP, a form takes True and true, and NODE in any case (inferred: the guide's own samples differ in case).
function parse(
  contract: Contract,
  field: ContractField,
  text: string,
  means: FormParameter["means"] = () => false,
): ParameterValue | undefined {
  const literals = lookUp(contract.enums, field.type);
  if (literals) {
    const same = literals.find((literal) => literal.toLowerCase() === text.trim().toLowerCase());
    return same ?? literals.find((literal) => means(text, literal));
  }
  return scalarOf(field.type)?.parse(field.type === "xs:boolean" ? text.toLowerCase() : text);
}
