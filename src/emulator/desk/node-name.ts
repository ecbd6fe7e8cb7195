import type { Desk } from "./desk.js";

/** The name of a node as lists and reports show it, a deleted user's included; `""` where there is none. */
export function nodeName({ organisation, people }: Desk, id: number | undefined): string {
  if (id === undefined) return "";
  const node = organisation.node(id);
  return node?.person?.name ?? node?.name ?? people.formerlyOf(id)?.name ?? "";
}
