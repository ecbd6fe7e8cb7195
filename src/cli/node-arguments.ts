import { InvalidArgumentError } from "commander";
import { isNodeId } from "../client/options/node-id.js";

/** The id of a node in an argument. */
export function parseNode(text: string): number {
  const id = /^-?[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  if (!isNodeId(id)) throw new InvalidArgumentError("expected the id of a node: a whole number.");
  return id;
}

/** Adds the ids of nodes in an argument, separated by commas, to those of the arguments before it. */
export function addNodes(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, ...text.split(",").map((part) => parseNode(part.trim()))];
}
