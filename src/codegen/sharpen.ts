import { IndentationText, NewLineKind, Project, QuoteKind, type SourceFile } from "ts-morph";
import type { Contract, ContractField } from "../soap/contract/contract.js";
import { sharpenClient, sharpenPort, sharpenService } from "./sharpen-client.js";
import { sharpenEnumeration, sharpenInterface } from "./sharpen-definition.js";
import { sharpenIndex } from "./sharpen-imports.js";
import { nameOf, type TypeNames } from "./type-names.js";

/**
 * Makes of wsdl-tsclient's output what the contract says: enumerations as unions, honest optionality, no `any`, types
 * imported as types, documentation. Source by path, in and out.
 */
export function sharpen(
  stubs: ReadonlyMap<string, string>,
  contract: Contract,
  names: TypeNames,
): ReadonlyMap<string, string> {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
    },
  });
  const edit = (path: string, change: (file: SourceFile) => void): [string, string] => {
    const file = project.createSourceFile(`/${path}`, stubs.get(path) ?? "");
    change(file);
    file.formatText({ indentSize: 2, newLineCharacter: "\n" });
    const text = `${file.getFullText().trim()}\n`;
    // Formatting looks at all files of the project: kept, they would make the time grow with the square of their number.
    file.forget();
    return [path, text];
  };
  const definition = (name: string, change: (file: SourceFile) => void) => edit(`definitions/${name}.ts`, change);
  const sent = new Map(Object.values(contract.operations).map(({ request }) => [request.element, request.fields]));
  const received = new Map(
    Object.values(contract.operations).map(({ response }) => [response.element, response.fields]),
  );

  const interfaces = (fieldsByName: Iterable<[string, readonly ContractField[]]>, of: ReadonlyMap<string, string>) =>
    [...fieldsByName].map(([schemaName, fields]) => {
      // An element that serves both ways is typed as it is received, which is also right to send.
      const place = of === names.messages && sent.has(schemaName) && !received.has(schemaName) ? "request" : "decoded";
      const name = nameOf(of, schemaName);
      return definition(name, (file) => sharpenInterface(file, { name, schemaName, fields, place, names }));
    });

  return new Map([
    edit("client.ts", (file) => sharpenClient(file, contract, names)),
    edit("index.ts", sharpenIndex),
    edit(`ports/${names.port}.ts`, (file) => sharpenPort(file, contract, names)),
    edit(`services/${names.service}.ts`, (file) => sharpenService(file, contract, names)),
    ...interfaces(new Map([...sent, ...received]), names.messages),
    ...interfaces(Object.entries(contract.types), names.types),
    ...Object.entries(contract.enums).map(([schemaName, literals]) => {
      const name = nameOf(names.types, schemaName);
      return definition(name, (file) => sharpenEnumeration(file, name, schemaName, literals));
    }),
  ]);
}
