import type { DeskNode } from "./desk-node.js";
import { Organisation } from "./organisation.js";
import { People } from "./people.js";
import { ALL_PINS, type Pin } from "./pin.js";
import { SeededRandom } from "./seeded-random.js";
import { Strangers } from "./strangers.js";
import { SupportSessions } from "./support-sessions.js";

/** What is known of the account. */
export interface Account {
  readonly id: number;
  readonly organization: string;
  /** What single sign-on users name with requestAuthCodeSSO. */
  readonly companyId: string;
  /** The master password of single sign-on (guide, requestAuthCodeSSO); without one nobody can sign on that way. */
  readonly ssoPassword: string;
  /** How many PINs may live at the same time; one more is refused with OutOfPINCodes. All six digits tell apart: 1000000. */
  readonly pinPool: number;
}

/** The state behind the operations, in memory: people, their tree, the support sessions and PINs. */
export class Desk {
  readonly account: Account;
  readonly people = new People();
  readonly strangers = new Strangers();
  readonly organisation: Organisation;
  readonly sessions = new SupportSessions();
  /** By code. */
  readonly pins = new Map<string, Pin>();
  readonly random: SeededRandom;
  /** What `random` began with. */
  readonly number: number;
  /** When this state began, in milliseconds since 1970. */
  readonly openedAt: number;

  constructor(number: number, account: Partial<Account>, openedAt = 0) {
    this.number = number;
    this.openedAt = openedAt;
    this.random = new SeededRandom(number);
    this.account = {
      id: 1,
      organization: "Emulated Support Desk",
      companyId: "1",
      ssoPassword: "",
      pinPool: ALL_PINS,
      ...account,
    };
    this.organisation = new Organisation(this.account.organization);
  }

  /** An id for a new node, the same one again for the same seed and history. */
  newNodeId(): number {
    for (;;) {
      const id = 100_000 + this.random.integer(900_000_000);
      if (!this.organisation.has(id) && !this.people.formerlyOf(id)) return id;
    }
  }

  /** The technician's node of that id, with its person. */
  technician(id: number): (DeskNode & { readonly person: NonNullable<DeskNode["person"]> }) | undefined {
    const node = this.organisation.nodeOf(id, "Technician");
    return node?.person ? { ...node, person: node.person } : undefined;
  }
}
