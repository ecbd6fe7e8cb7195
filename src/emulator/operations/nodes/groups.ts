import type { NodeType } from "../../desk/desk-node.js";
import { branch } from "../../desk/organisation.js";
import { PERMISSIONS, PERMISSIONS_V2, type PermissionNames } from "../../desk/permissions.js";
import { mayManage } from "../../desk/rights.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/** The type of a new group, by the type of its parent: a node of either branch (guide: createGroup). */
const GROUP_UNDER: ReadonlyMap<NodeType, NodeType> = new Map<NodeType, NodeType>([
  ["Administrators", "AdministratorGroup"],
  ["AdministratorGroup", "AdministratorGroup"],
  ["Technicians", "TechnicianGroup"],
  ["TechnicianGroup", "TechnicianGroup"],
]);

/**
 * Adds an empty group, which is disabled until somebody enables it (administration documents, on technician groups). A
 * caller without rights on the parent gets `Error`, as there is no other literal (inferred).
 */
export function createGroup(call: UserCall): OperationResult {
  const { desk } = call;
  const parent = desk.organisation.node(integerParameter(call.parameters, "iParentID"));
  const type = parent && GROUP_UNDER.get(parent.type);
  if (!parent || !type) throw new Refusal("InvalidParam_ParentID");
  if (!mayManage(desk, call.user, parent)) throw new Refusal("Error");
  const id = desk.newNodeId();
  desk.organisation.add(branch(id, type, parent.id, "", { enabled: false }));
  return { code: "OK", out: { iNodeID: id }, changed: String(id) };
}

/**
 * A technician group, an administrator group, or a link to one (guide: getGroup). The limits are 0, as in the guide's
 * sample: the emulator does not enforce them.
 */
export function getGroup(call: UserCall): OperationResult {
  return answerWith(call, PERMISSIONS);
}

/** As getGroup, with the RPAT limit and newer permissions (guide: getGroup_v2). */
export function getGroupV2(call: UserCall): OperationResult {
  return answerWith(call, PERMISSIONS_V2);
}

function answerWith(call: UserCall, { unknown }: PermissionNames): OperationResult {
  const { organisation } = call.desk;
  const id = integerParameter(call.parameters, "iNodeID");
  const node = organisation.nodeOf(id, "TechnicianGroup", "AdministratorGroup", "AdministratorGroupLink");
  const group = node?.target === undefined ? node : organisation.node(node.target);
  if (!node || !group) throw new Refusal("InvalidParam_NodeID");
  const listed = (permissions: readonly string[]) => {
    const shown = permissions.filter((permission) => !unknown.has(permission));
    // The name of the items differs between the versions of the WSDL's array.
    return { NODE_PERMISSIONS: shown, NODE_PERMISSIONS_V2: shown };
  };
  return {
    code: "OK",
    out: {
      oGroup: {
        iNodeID: node.id,
        sName: group.name,
        sDescription: group.description,
        eType: node.type,
        aPermissions: listed(group.permissions),
        aLockedPermissions: listed(group.lockedPermissions),
        bIsEnabled: group.enabled,
        iStandardConcurrentLimit: 0,
        iMobileConcurrentLimit: 0,
        iRPATConcurrentLimit: 0,
      },
    },
  };
}
