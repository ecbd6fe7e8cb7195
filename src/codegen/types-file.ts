import { type Contract, type ContractField, namespaceOf } from "../soap/contract/contract.js";
import type { SchemaDocumentation } from "../wsdl/read/schema-documentation.js";
import { type FieldDirection, fieldSource } from "./field-source.js";
import { parameterMeaning } from "./parameter-meanings.js";
import { comment, literal, sentence } from "./source-text.js";
import { nameOf, type TypescriptNames } from "./typescript-names.js";

/**
 * Renders `generated/types.ts`: every message, complex type and enumeration of the contract, sorted by name, so that the
 * order of operations and types in the WSDL makes no difference.
 *
 * @param documentation what the WSDL's schemas say about them. Where they say nothing about a parameter of the service,
 *   our own table does.
 */
export function typesFile(contract: Contract, names: TypescriptNames, documentation: SchemaDocumentation): string {
  // What the WSDL says goes first. An element of another namespace is none of the service's parameters.
  const meaning = (owner: string, field: ContractField) =>
    parameterMeaning(namespaceOf(contract, field), owner, field.name);
  const declarations = [
    ...messages(contract).map(({ element, fields, direction, doc }) => ({
      name: nameOf(names.messages, element),
      lines: (name: string) =>
        interfaceSource(name, [doc, documentation.elements.get(element)], fields, (field) =>
          fieldSource(
            field,
            direction,
            names,
            documentation.elements.get(`${element}.${field.name}`) ?? meaning(element, field),
          ),
        ),
    })),
    ...Object.entries(contract.types).map(([type, fields]) => ({
      name: nameOf(names.types, type),
      lines: (name: string) =>
        interfaceSource(name, [ofSchema(type), documentation.types.get(type)], fields, (field) =>
          fieldSource(
            field,
            "decoded",
            names,
            documentation.types.get(`${type}.${field.name}`) ?? meaning(type, field),
          ),
        ),
    })),
    ...Object.entries(contract.enums).map(([type, literals]) => ({
      name: nameOf(names.types, type),
      lines: (name: string) => enumSource(name, type, literals, documentation.types),
    })),
  ];
  return declarations
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, lines }) => `${lines(name).join("\n")}\n`)
    .join("\n");
}

interface MessageSource {
  readonly element: string;
  readonly fields: readonly ContractField[];
  readonly direction: FieldDirection;
  readonly doc: string;
}

/** The messages, each once, even if several operations use its wrapper element. */
function messages(contract: Contract): readonly MessageSource[] {
  const operations = Object.entries(contract.operations);
  const sent = new Map(operations.map(([, { request }]) => [request.element, request.fields]));
  const received = new Map(operations.map(([, { response }]) => [response.element, response.fields]));
  const requestOf = namesByElement(operations.map(([name, { request }]) => [request.element, name]));
  const responseOf = namesByElement(operations.map(([name, { response }]) => [response.element, name]));
  return [...new Map([...sent, ...received])].map(([element, fields]) => ({
    element,
    fields,
    // An element that is used both ways has the type that is decoded, which can be sent as well.
    direction: received.has(element) ? "decoded" : "sent",
    doc: [
      ...(sent.has(element) ? [`The request of ${requestOf.get(element)}.`] : []),
      ...(received.has(element) ? [`The response of ${responseOf.get(element)}.`] : []),
    ].join(" "),
  }));
}

function namesByElement(
  pairs: readonly (readonly [element: string, operation: string])[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>();
  for (const [element, operation] of pairs) {
    const others = names.get(element);
    if (others) others.push(operation);
    else names.set(element, [operation]);
  }
  return new Map(
    [...names].map(([element, all]) => [
      element,
      all
        .sort()
        .map((name) => `\`${name}\``)
        .join(", "),
    ]),
  );
}

function interfaceSource(
  name: string,
  docs: readonly (string | undefined)[],
  fields: readonly ContractField[],
  source: (field: ContractField) => readonly string[],
): readonly string[] {
  const head = `export interface ${name} {`;
  return [docLine(docs), ...(fields.length === 0 ? [`${head}}`] : [head, ...fields.flatMap(source), "}"])];
}

function enumSource(
  name: string,
  type: string,
  literals: readonly string[],
  documentation: SchemaDocumentation["types"],
): readonly string[] {
  const members = literals.flatMap((text) => {
    const doc = documentation.get(`${type}.${text}`);
    return [...(doc === undefined ? [] : [`  ${docLine([doc])}`]), `  | ${literal(text)}`];
  });
  return [docLine([ofSchema(type), documentation.get(type)]), `export type ${name} =`, `${members.join("\n")};`];
}

function ofSchema(type: string): string {
  return `\`${comment(type)}\` of the schema.`;
}

function docLine(docs: readonly (string | undefined)[]): string {
  return `/** ${docs.flatMap((doc) => (doc === undefined ? [] : [sentence(doc)])).join(" ")} */`;
}
