import { InvalidArgumentError } from "commander";
import { isNodeId } from "../client/options/node-id.js";

/** The id of a node in an argument. */
export function parseNode(text: string): number {
  const id = /^-?[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  if (!isNodeId(id)) throw new InvalidArgumentError("expected the id of a node: a whole number.");
  return id;
}
