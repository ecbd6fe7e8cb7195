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

/** A value of a form cannot be read; the answer is the status word of this code. */
export class FormRefusal extends NotedRefusal {
  readonly code: string;

  /** @param note for the log: the nearest word that the emulator knows. */
  constructor(code: string, note?: string) {
    super(code, note);
    this.code = code;
  }
}

const AUTH_CODE: FormParameter = { names: ["authcode"], soap: "sAuthCode" };

/**
 * The operation's parameters as a form sends them; omitted and empty ones get .NET's default. They are read before the
 * login is checked (inferred).
 *
 * @throws {FormRefusal} for a value that is not of its type, and for a missing required one. That a text in place of a
 *   number gives `INVALIDPARAM_…` is inferred: the guide shows it for startSession over HTTP, where an id is text.
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

// An array type of the contract: one repeated member and nothing else.
function itemFieldOf(contract: Contract, { type }: ContractField): ContractField | undefined {
  const [item, ...others] = lookUp(contract.types, type) ?? [];
  return item && others.length === 0 && isRepeated(item) ? item : undefined;
}

// Separated by commas; a trailing comma, as getGroup writes it, adds no item.
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
  // Characters that XML forbids would make every SOAP answer with the stored text unreadable.
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

// Unlike SOAP, a form accepts True and true, and NODE in any case (inferred: the guide's samples differ in case).
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
