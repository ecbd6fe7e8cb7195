import type { InterfaceDeclaration, InterfaceDeclarationStructure } from "ts-morph";

/**
 * Gives an interface other docs or members. It is written anew as a whole: changed in place, each old member is a
 * reparse of the file, and the time grows with the square of their number.
 */
export function replaceInterface(
  declaration: InterfaceDeclaration,
  changes: Partial<InterfaceDeclarationStructure>,
): void {
  const file = declaration.getSourceFile();
  const index = declaration.getChildIndex();
  const structure = { ...declaration.getStructure(), ...changes };
  declaration.remove();
  file.insertInterface(index, structure);
}
