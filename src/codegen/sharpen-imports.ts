import type { SourceFile } from "ts-morph";

/**
 * Turns the imports of other generated files into `import type`, sorted by path: their order must not depend on the
 * order of operations. The import of `soap`, which also brings a value, stays first and marks its types one by one.
 */
export function sortTypeImports(file: SourceFile): void {
  const structures = file.getImportDeclarations().map((declaration) => declaration.getStructure());
  if (structures.length === 0) return;
  // Imports come first. One removal of all is one reparse of the file instead of a hundred.
  file.removeStatements([0, structures.length - 1]);
  const own = structures.filter(({ moduleSpecifier }) => moduleSpecifier.startsWith("."));
  const foreign = structures.filter(({ moduleSpecifier }) => !moduleSpecifier.startsWith("."));
  file.insertImportDeclarations(0, [
    ...foreign,
    ...own.sort((a, b) => compare(a.moduleSpecifier, b.moduleSpecifier)).map((one) => ({ ...one, isTypeOnly: true })),
  ]);
}

/** Makes `index.ts` export types as types, sorted; `createClientAsync` is its one value. */
export function sharpenIndex(file: SourceFile): void {
  const exported = file.getExportDeclarations().flatMap((declaration) => {
    const moduleSpecifier = declaration.getModuleSpecifierValue() ?? "";
    return declaration.getNamedExports().map((one) => ({ moduleSpecifier, name: one.getName() }));
  });
  file.removeStatements([0, file.getStatements().length - 1]);
  const sorted = exported.sort((a, b) => compare(a.moduleSpecifier, b.moduleSpecifier) || compare(a.name, b.name));
  file.addExportDeclarations(
    sorted.map(({ moduleSpecifier, name }) => ({
      moduleSpecifier,
      namedExports: [name],
      isTypeOnly: name !== "createClientAsync",
    })),
  );
}

// By code unit: localeCompare would make the order depend on the machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
