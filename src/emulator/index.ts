/**
 * An embedded, stateful emulator of the Rescue SOAP service, for tests and for a developer's desk:
 * `import { startEmulator } from "rescue-soap-client/emulator"`.
 */
export type { Handler, HandlerContext } from "./behaviours/handler.js";
export { VirtualClock } from "./desk/clock.js";
export { defaultSeed } from "./desk/default-seed.js";
export type { ConsoleState, Role } from "./desk/person.js";
export type * from "./desk/seed.js";
export type { SessionStatus } from "./desk/session-status.js";
export type { DeskControls, NewSession } from "./desk-controls.js";
export { type Emulator, type EmulatorOptions, startEmulator } from "./emulator.js";
export type { FaultKind, FaultRule, Faults } from "./faults/fault-plan.js";
export type { CallForm, LogEntry } from "./history/history.js";
