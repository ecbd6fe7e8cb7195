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
 * What tests of the machine stand on: a service of a known WSDL, whichever one the package has by now. `generated/` is
 * made from `API.wsdl` beside this file before the tests are compiled. What the packaged WSDL does is tested in
 * `test/contract/`.
 */
export { contract, type OperationTypes };

/** The text of that WSDL. */
export const wsdl: string = readFileSync("test/reference/API.wsdl", "utf8");

/** An emulator of the reference WSDL, unless it is given another contract. */
/** A running emulator of the reference WSDL. */
export type Emulator = ServiceEmulator<OperationTypes>;

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
