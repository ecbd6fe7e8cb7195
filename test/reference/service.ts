import { readFileSync } from "node:fs";
import {
  type EmulatorOptions,
  type Emulator as ServiceEmulator,
  startEmulator as start,
} from "../../src/emulator/index.js";
import {
  type ClosedSession,
  type LoginAndCloseSessionOptions,
  RescueClient as PackagedClient,
  loginAndCloseSession as packagedLoginAndCloseSession,
  type RescueClientOptions,
} from "../../src/index.js";
import { contract } from "./generated/contract.js";
import type { OperationTypes } from "./generated/index.js";

/**
 * The service that most tests use: a known WSDL, independent of the packaged one. `generated/` is generated from
 * `API.wsdl` next to this file before the tests are compiled. The packaged WSDL is tested in `test/contract/`.
 */
export { contract, type OperationTypes };

/** The text of that WSDL. */
export const wsdl: string = readFileSync("test/reference/API.wsdl", "utf8");

/** A running emulator of the reference WSDL. */
export type Emulator = ServiceEmulator<OperationTypes>;

/** Starts an emulator of the reference WSDL, unless given another contract. */
export function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return start<OperationTypes>(options.contract ? options : { contract, wsdl, ...options });
}

/** A client of the reference WSDL. */
export class RescueClient extends PackagedClient<OperationTypes> {
  constructor(options: RescueClientOptions) {
    super(typeof options === "object" && options !== null ? { contract, ...options } : options);
  }
}

export function loginAndCloseSession(options: LoginAndCloseSessionOptions): Promise<ClosedSession> {
  return packagedLoginAndCloseSession({ contract, ...options });
}
