import { type Contract, lookUp } from "../../soap/contract/contract.js";
import type { FieldPlan, FieldsPlan } from "../../soap/message/message-plan.js";
import { escapeXml, forbiddenCharacterAt } from "../../soap/text/xml-text.js";
import { leastValue } from "../operations/results/least-value.js";

/** Writes one row of a list; undefined for a row with a value that is not of its type. */
export type ListRowWriter = (row: Readonly<Record<string, unknown>>) => string | undefined;

/**
 * A writer for the rows of a type whose members are all simple, in much less time than the encoder takes. It writes what
 * the encoder would; the encoder says what is wrong with a row that it cannot write.
 *
 * @returns undefined for another type.
 */
export function rowWriter(
  contract: Contract,
  element: string,
  type: string,
  plan: FieldsPlan,
): ListRowWriter | undefined {
  const fields = lookUp(contract.types, type) ?? [];
  const cells = plan.inOrder.map((field, index) => {
    const declared = fields[index];
    return {
      ...field,
      members: field.literals && new Set<unknown>(field.literals),
      start: `<${field.name}>`,
      end: `</${field.name}>`,
      empty: `<${field.name} />`,
      least: declared && field.required ? () => leastValue(contract, declared) : () => undefined,
    };
  });
  if (cells.some(({ fields, repeated }) => fields !== undefined || repeated)) return undefined;
  return (row) => {
    let xml = "";
    for (const cell of cells) {
      const given = Object.hasOwn(row, cell.name) ? row[cell.name] : undefined;
      const value = given === undefined || (given === null && !cell.nillable) ? cell.least() : given;
      if (value === undefined) continue;
      if (value === null) {
        xml += `<${cell.name} xsi:nil="true" />`;
        continue;
      }
      const text = textOf(cell, cell.members, value);
      if (text === undefined) return undefined;
      xml += text === "" ? cell.empty : cell.start + text + cell.end;
    }
    return xml === "" ? `<${element} />` : `<${element}>${xml}</${element}>`;
  };
}

function textOf({ scalar }: FieldPlan, members: ReadonlySet<unknown> | undefined, value: unknown): string | undefined {
  const lexical = members ? (members.has(value) ? String(value) : undefined) : scalar?.format(value);
  if (lexical === undefined || typeof value !== "string" || PLAIN.test(lexical)) return lexical;
  return forbiddenCharacterAt(lexical) >= 0 ? undefined : escapeXml(lexical);
}

const PLAIN = /^[\w .,:/@()-]*$/;
