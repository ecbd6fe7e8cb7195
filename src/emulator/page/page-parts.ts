import type { Contract } from "../../soap/contract/contract.js";
import type { AspNetSessions } from "../desk/asp-net-session.js";
import type { VirtualClock } from "../desk/clock.js";
import type { DeskControls } from "../desk/controls/desk-controls.js";
import type { Desk } from "../desk/desk.js";
import type { FaultPlan } from "../faults/fault-plan.js";
import type { History } from "../history/history.js";
import type { Html } from "../http/html.js";
import type { OwnHosts } from "../http/own-host.js";
import type { SessionChoice } from "./session-choice.js";

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

/** The view of one reader. */
export interface PageView {
  readonly parts: PageParts;
  /** The token by which the page's own forms are recognised. */
  readonly token: string;
  /** The sessions in the list. */
  readonly choice: SessionChoice;
}

/** A part of the page that is rendered on its own. */
export interface Section {
  /** The id of its element. */
  readonly id: string;
  readonly title: string;
  /** Whether it is rendered every second, because it shows the time or something that changes without an event. */
  readonly ticks: boolean;
  readonly render: (view: PageView) => Html;
}
