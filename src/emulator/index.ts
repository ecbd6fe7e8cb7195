/**
 * An embedded, stateful emulator of the Rescue SOAP service, for tests and for a developer's desk:
 * `import { startEmulator } from "rescue-soap-client/emulator"`.
 */
export { defaultSeed } from "./default-seed.js";
export { type Emulator, type EmulatorOptions, startEmulator } from "./emulator.js";
export type { FaultKind, FaultRule, Faults } from "./faults.js";
export type { LogEntry } from "./history.js";
export type { EmulatorSeed, SeedSession, SeedUser } from "./seed.js";
