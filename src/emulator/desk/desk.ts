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
  /** The company number that requestAuthCodeSSO requires. */
  readonly companyId: string;
  /** The master password of single sign-on (guide: requestAuthCodeSSO); empty: nobody can sign on that way. */
  readonly ssoPassword: string;
  /** How many PINs may be valid at the same time; one more is refused with OutOfPINCodes. @default 1000000 */
  readonly pinPool: number;
}

/** The state behind the operations, in memory: people, their tree, the support sessions and PINs. */
export class Desk {
  readonly account: Account;
  readonly people = new People();
  readonly strangers = new Strangers();
  readonly organisation: Organisation;
  readonly sessions: SupportSessions;
  /** By code. */
  readonly pins = new Map<string, Pin>();
  readonly random: SeededRandom;
  /** The seed of `random`. */
  readonly number: number;
  /** When this state was opened, in milliseconds since 1970. */
  readonly openedAt: number;

  constructor(number: number, account: Partial<Account>, openedAt = 0) {
    this.number = number;
    this.openedAt = openedAt;
    this.sessions = new SupportSessions(openedAt);
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

  /** An id for a new node: the same seed and the same history give the same id. */
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
