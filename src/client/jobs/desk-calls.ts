import type { GROUP, NODE_STATUS, USER_V3 } from "../../../generated/index.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { DoneOperation } from "../operations/client-functions.js";
import { checkNodeId } from "../options/node-id.js";
import { type Check, type Checks, checkByTable, oneOf } from "../options/option-checks.js";
import type { CallOptions } from "../options/options.js";
import type {
  DeskJobs,
  Hierarchy,
  HierarchyNode,
  RescueAccount,
  RescueGroup,
  RescueUser,
  UserChanges,
} from "./desk.js";
import { hierarchyTree, roleOf } from "./hierarchy-tree.js";
import { during, within } from "./job-time.js";
import type { NodeAnswer, Service } from "./service.js";

const text: Check = (value) => (typeof value === "string" ? undefined : "expected a string");
// An empty one would change nothing, and be answered with an OK.
const secret: Check = (value) =>
  typeof value === "string" && value !== "" ? undefined : "expected a string that is not empty";
const truth = oneOf(true, false);
const CHANGES: Checks<UserChanges> = {
  name: text,
  nick: text,
  email: text,
  ssoId: text,
  description: text,
  enabled: truth,
  mobileAddOn: truth,
  rpatAddOn: truth,
  password: secret,
  currentPassword: secret,
};

const AT_WORK: ReadonlySet<NODE_STATUS> = new Set<NODE_STATUS>(["Online", "Busy", "Away"]);

/** What `rescue.desk` does; documented there. */
export class DeskCalls implements DeskJobs {
  readonly #service: Service;

  constructor(service: Service) {
    this.#service = service;
  }

  async account(options?: CallOptions): Promise<RescueAccount> {
    const answer = await this.#service.operations.getAccount_v2({}, options);
    return {
      account: answer.iAccountID,
      organization: answer.sOrganization ?? "",
      email: answer.sEmail ?? "",
      administrator: answer.iAdminID || undefined,
      technician: answer.iTechID || undefined,
      consoleRuns: answer.bTcRunning,
    };
  }

  async hierarchy(options?: CallOptions): Promise<Hierarchy> {
    const { aHierarchy } = await this.#service.operations.getHierarchy_v2({}, options);
    return hierarchyTree(aHierarchy?.HIERARCHY ?? []);
  }

  async channels(options?: CallOptions): Promise<readonly HierarchyNode[]> {
    return (await this.hierarchy(options)).nodes.filter(({ type }) => type === "Channel");
  }

  async user(who: number | string, options?: CallOptions): Promise<RescueUser> {
    checkWho(who, "getUser_v3");
    // A node id of 0 counts as not sent.
    const asked = typeof who === "string" ? { iNodeID: 0, sUserEmail: who.trim() } : { iNodeID: who };
    const { oUser } = await this.#service.operations.getUser_v3(asked, options);
    const operation = "getUser_v3";
    if (!oUser) throw new ProtocolError("answered OK without a user", { operation });
    if (typeof who === "number" && oUser.iNodeID !== who) {
      throw new ProtocolError(`answered with another user, of node ${oUser.iNodeID}`, { operation });
    }
    return userOf(oUser);
  }

  async isThere(who: number | string, options?: CallOptions): Promise<boolean> {
    checkWho(who, "getHierarchy_v2");
    const { nodes } = await this.hierarchy(options);
    const email = typeof who === "string" ? who.trim().toLowerCase() : undefined;
    return nodes.some(
      (node) =>
        node.role === "technician" &&
        (email === undefined ? node.id === who : node.email.trim().toLowerCase() === email) &&
        AT_WORK.has(node.status),
    );
  }

  async createUser(parent: number, options?: CallOptions): Promise<NodeAnswer> {
    return this.#create("createUser", parent, options);
  }

  async setUser(who: number | string, changes: UserChanges, options?: CallOptions): Promise<NodeAnswer> {
    checkByTable(changes, CHANGES, "changes");
    // The current password permits changes, and is none.
    const { currentPassword, ...others } = changes;
    if (Object.values(others).every((value) => value === undefined))
      throw new InvalidArgumentError("changes", "setUser: changes: nothing is to be changed");
    return during(this.#service, "setUser_V2", options, async (deadline) => {
      const user = await this.user(who, within(deadline, options));
      return this.#set(user, changes, within(deadline, options));
    });
  }

  #set(user: RescueUser, changes: UserChanges, options: CallOptions): Promise<NodeAnswer> {
    const { name = user.name, nick = user.nick, email = user.email, ssoId = user.ssoId } = changes;
    const { description = user.description, enabled = user.enabled } = changes;
    const { mobileAddOn = user.mobileAddOn, rpatAddOn = user.rpatAddOn, password, currentPassword } = changes;
    return this.#act(
      "setUser_V2",
      user.id,
      {
        iNodeID: user.id,
        sName: name,
        sNick: nick,
        sEmail: email,
        sSSOID: ssoId,
        ...(password !== undefined && { sPwd: password, sConfPwd: password }),
        ...(currentPassword !== undefined && { sCurrentPwd: currentPassword }),
        eStatus: enabled ? "Enabled" : "Disabled",
        sDescription: description,
        eMobileAddOn: mobileAddOn ? "True" : "False",
        bRPATAddOn: rpatAddOn,
      },
      options,
    );
  }

  async group(id: number, options?: CallOptions): Promise<RescueGroup> {
    checkNodeId(id, "id", "getGroup");
    const { oGroup } = await this.#service.operations.getGroup({ iNodeID: id }, options);
    if (!oGroup) throw new ProtocolError("answered OK without a group", { operation: "getGroup" });
    return groupOf(oGroup);
  }

  async createGroup(parent: number, options?: CallOptions): Promise<NodeAnswer> {
    return this.#create("createGroup", parent, options);
  }

  async move(node: number, target: number, options?: CallOptions): Promise<NodeAnswer> {
    checkNodeId(target, "target", "moveNode");
    return this.#act("moveNode", node, { iNodeID: node, iTargetNodeID: target }, options);
  }

  async delete(node: number, options?: CallOptions): Promise<NodeAnswer> {
    return this.#act("deleteNode", node, { iNodeID: node }, options);
  }

  async assignChannel(channel: number, to: number, options?: CallOptions): Promise<NodeAnswer> {
    checkNodeId(channel, "channel", "assignChannel");
    return this.#act("assignChannel", to, { iNodeID: to, iEntryID: channel }, options);
  }

  async unassignChannel(channel: number, from: number, options?: CallOptions): Promise<NodeAnswer> {
    checkNodeId(channel, "channel", "unassignChannel");
    return this.#act("unassignChannel", from, { iNodeID: from, iEntryID: channel }, options);
  }

  async #create(operation: "createUser" | "createGroup", parent: number, options?: CallOptions): Promise<NodeAnswer> {
    checkNodeId(parent, "parent", operation);
    const { values, code, literal } = await this.#service.run(operation, { iParentID: parent }, options);
    if (typeof values.iNodeID !== "number") throw new ProtocolError("answered OK without an id", { operation });
    return { node: values.iNodeID, code, literal };
  }

  async #act(operation: DoneOperation, node: number, args: object, options?: CallOptions): Promise<NodeAnswer> {
    checkNodeId(node, "node", operation);
    const { code, literal } = await this.#service.run(operation, args, options);
    return { node, code, literal };
  }
}

function checkWho(who: number | string, operation: string): void {
  if (typeof who !== "string") checkNodeId(who, "who", operation);
  else if (!who.includes("@")) {
    throw new InvalidArgumentError(
      "who",
      `${operation}: who: expected an e-mail address or the id of a node`,
      operation,
    );
  }
}

function userOf(user: USER_V3): RescueUser {
  return {
    id: user.iNodeID,
    name: user.sName ?? "",
    nick: user.sNick ?? "",
    email: user.sEmail ?? "",
    ssoId: user.sSSOID ?? "",
    description: user.sDescription ?? "",
    type: user.eType,
    role: roleOf(user.eType),
    status: user.eStatus,
    enabled: user.eStatus !== "Disabled",
    isAccountHolder: user.bAccountHolder,
    mobileAddOn: user.hasMobileAddon,
    rpatAddOn: user.hasRPATAddon,
  };
}

function groupOf(group: GROUP): RescueGroup {
  return {
    id: group.iNodeID,
    name: group.sName ?? "",
    description: group.sDescription ?? "",
    type: group.eType,
    enabled: group.bIsEnabled,
    permissions: group.aPermissions?.NODE_PERMISSIONS ?? [],
    lockedPermissions: group.aLockedPermissions?.NODE_PERMISSIONS ?? [],
  };
}
