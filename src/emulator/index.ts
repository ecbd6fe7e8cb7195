/**
 * An embedded, stateful emulator of the Rescue SOAP service, for tests and for a developer's desk:
 * `import { startEmulator } from "rescue-soap-client/emulator"`.
 */
export type { Admin, AdminOptions } from "./admin/admin-server.js";
export { VirtualClock } from "./desk/clock.js";
export type { DeskControls, NewSession } from "./desk/controls/desk-controls.js";
export type { Account } from "./desk/desk.js";
export type { ConsoleState, Role } from "./desk/person.js";
export { defaultSeed } from "./desk/seed/default-seed.js";
export type * from "./desk/seed/seed.js";
export type { EmulatorSnapshot } from "./desk/seed/snapshot.js";
export type { SessionAction, SessionTransfer } from "./desk/session-action.js";
export type { SessionStatus } from "./desk/session-status.js";
export { type Emulator, startEmulator } from "./emulator.js";
export type { EmulatorOptions } from "./emulator-options.js";
export type { FaultMatch } from "./faults/fault-match.js";
export type { Faults, Latency, PlannedFault } from "./faults/fault-plan.js";
export type { FaultRule } from "./faults/fault-rule.js";
export type { FaultSchedule } from "./faults/fault-schedule.js";
export type { CallForm, LogEntry } from "./history/history.js";
export type { LoggedParameters, LoggedValue } from "./history/logged-parameters.js";
export { FAULT_KINDS, type FaultKind } from "./http/spoil/fault-kind.js";
export type { TlsIdentity } from "./http/tls/identity.js";
export type { LimitName, LimitSettings, RateLimits } from "./operations/call/limits.js";
export type { Handler, HandlerContext } from "./operations/handlers/handler.js";
export type { HandlerRemoval } from "./operations/handlers/handlers.js";
