import type { DeskNode } from "../../desk/desk-node.js";
import { PERMISSIONS, PERMISSIONS_V2, type PermissionNames } from "../../desk/permissions.js";
import { worksAs } from "../../desk/person.js";
import { mayManage } from "../../desk/rights.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter, type Parameters } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { isNodeName, optional, userStatusOf } from "../people/user-properties.js";

/**
 * Rewrites a group: name and status, and description and permissions if they are sent (guide: setGroup); a form without
 * a description empties it, as that of setUser does (inferred). The guide's results for wrong values are not visible:
 * those of setUser and getGroup, and `Error` for a permission that this version does not name, are inferred. Only a
 * master administrator changes locked permissions (guide: getGroup); other callers, and callers without rights on the
 * group, get `Error` (inferred). Concurrent limits are ignored, as the names of their parameters are not known.
 */
export function setGroup(call: UserCall): OperationResult {
  return rewrite(call, PERMISSIONS);
}

/**
 * As setGroup, with the permissions of version 2. Permissions that only the other version names are unchanged
 * (inferred).
 */
export function setGroupV2(call: UserCall): OperationResult {
  return rewrite(call, PERMISSIONS_V2);
}

/** Writes all properties or none. */
function rewrite(call: UserCall, names: PermissionNames): OperationResult {
  const { desk, parameters } = call;
  const group = desk.organisation.nodeOf(
    integerParameter(parameters, "iNodeID"),
    "TechnicianGroup",
    "AdministratorGroup",
  );
  if (!group) throw new Refusal("InvalidParam_NodeID");
  if (!mayManage(desk, call.user, group)) throw new Refusal("Error");
  const name = optional(parameters, "sName") ?? "";
  if (!isNodeName(name)) throw new Refusal("InvalidParam_Name");
  const enabled = userStatusOf(parameters);
  if (enabled === undefined) throw new Refusal("InvalidParam_Status");
  const permissions = rewritten(group.permissions, listOf(parameters, "aPermissions"), names);
  const lockedPermissions = rewritten(group.lockedPermissions, listOf(parameters, "aLockedPermissions"), names);
  if (!permissions || !lockedPermissions) throw new Refusal("Error");
  const changesLocked = isLockedChange(group, permissions, lockedPermissions);
  if (changesLocked && !worksAs(call.user, "masterAdministrator")) throw new Refusal("Error");

  const description = optional(parameters, "sDescription") ?? group.description;
  Object.assign(group, { name, enabled, description, permissions, lockedPermissions });
  return { code: "OK", changed: String(group.id) };
}

/** The new list; undefined if it contains an unknown permission. */
function rewritten(
  before: readonly string[],
  sent: readonly string[] | undefined,
  { all, unknown }: PermissionNames,
): readonly string[] | undefined {
  if (!sent) return before;
  if (!sent.every((permission) => all.includes(permission))) return undefined;
  return [...new Set([...sent, ...before.filter((permission) => unknown.has(permission))])];
}

function isLockedChange(
  { permissions, lockedPermissions }: DeskNode,
  next: readonly string[],
  nextLocked: readonly string[],
): boolean {
  const before = new Set(lockedPermissions);
  if (before.size !== nextLocked.length || nextLocked.some((permission) => !before.has(permission))) return true;
  return lockedPermissions.some((permission) => permissions.includes(permission) !== next.includes(permission));
}

// An array is an element and in it one that repeats, whose name differs between the versions.
function listOf(parameters: Parameters, name: string): readonly string[] | undefined {
  const sent = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (typeof sent !== "object" || sent === null) return undefined;
  const items: unknown = Object.values(sent).find((member) => Array.isArray(member));
  return Array.isArray(items) ? items.map(String) : undefined;
}
