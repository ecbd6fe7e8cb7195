/** Renders `generated/index.ts`: exports all types and no value, so that it loads nothing. */
export function indexFile(): string {
  return ['export type { OperationTypes } from "./operations.js";', 'export type * from "./types.js";', ""].join("\n");
}
