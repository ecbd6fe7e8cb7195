import type { Contract } from "../../soap/contract/contract.js";
import type { AspNetSessions } from "../desk/asp-net-session.js";
import type { VirtualClock } from "../desk/clock.js";
import type { DeskControls } from "../desk/controls/desk-controls.js";
import type { Desk } from "../desk/desk.js";
import type { SessionStatus } from "../desk/session-status.js";
import type { FaultPlan } from "../faults/fault-plan.js";
import type { History } from "../history/history.js";
import type { Html } from "../http/html.js";
import type { OwnHosts } from "../http/own-host.js";

/** What the page shows and acts on. `desk` is asked for each time, as a reset puts another in its place. */
export interface PageParts {
  readonly contract: Contract;
  readonly desk: () => Desk;
  readonly controls: DeskControls;
  readonly sessions: AspNetSessions;
  readonly faults: FaultPlan;
  readonly history: History;
  readonly clock: VirtualClock;
  readonly reset: () => void;
  /** The names that the page answers to. */
  readonly hosts: OwnHosts;
}

/** What one reader looks at. */
export interface PageView {
  readonly parts: PageParts;
  /** What the page's forms prove with that they are the page's. */
  readonly token: string;
  /** The one status that the sessions table is narrowed to. */
  readonly status: SessionStatus | undefined;
}

/** A part of the page that is drawn, and drawn again, on its own. */
export interface Section {
  /** The id of its element. */
  readonly id: string;
  readonly title: string;
  /** Whether it is drawn again each second, as it shows the time or what changes without notice. */
  readonly ticks: boolean;
  readonly render: (view: PageView) => Html;
}
