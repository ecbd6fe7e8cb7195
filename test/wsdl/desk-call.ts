import { createClientAsync } from "../../generated/api/client.js";
import { type Contract, lookUp } from "../../src/soap/contract/contract.js";
import type { SoapVersion } from "../../src/soap/contract/soap-version.js";
import { Deadline } from "../../src/soap/http/deadline.js";
import { HttpTransport } from "../../src/soap/http/http-transport.js";
import { encodeMessage } from "../../src/soap/message/encode.js";
import type { DecodedFields } from "../../src/soap/message/message-plan.js";
import { SoapEndpoint } from "../../src/soap/soap-endpoint.js";
import { Redactor } from "../../src/soap/watch/redactor.js";
import { startEmulator } from "../reference/service.js";

const silent = { wants: () => ({ exchanges: false, bodies: false }), exchange: () => {}, drift: () => {} };

/** A service by a contract, at an address, called as the client calls it. */
export async function callAt(
  contract: Contract,
  address: string,
  name: string,
  values: unknown,
  version: SoapVersion = "1.1",
): Promise<DecodedFields> {
  const operation = lookUp(contract.operations, name);
  if (!operation) throw new Error(`no operation ${name}`);
  const transport = new HttpTransport({ maxReplyBytes: 1_000_000 });
  const endpoint = new SoapEndpoint({
    contract,
    address: new URL(address),
    version,
    transport,
    loadStubs: async () => ({ createClientAsync }),
    userAgent: "test",
    redactor: new Redactor(),
    observer: silent,
  });
  const deadline = new Deadline(name, 20_000);
  try {
    const args = encodeMessage(contract, operation.request, values, name);
    return await endpoint.exchange({ name, operation, args }, deadline);
  } finally {
    deadline.dispose();
    endpoint.close();
  }
}

/** The replies of an emulator of `contract` to a login and to closing a session. */
export async function closeAtDesk(contract: Contract, version: SoapVersion): Promise<readonly DecodedFields[]> {
  await using emulator = await startEmulator({ contract });
  const login = { sEmail: "some@email.com", sPassword: "secretPassword" };
  const close = { iSession: 12345678, sAuthCode: "4ahx...80u0" };
  const answers = [
    await callAt(contract, emulator.endpoint, "login", login, version),
    await callAt(contract, emulator.endpoint, "closeSession", close, version),
  ];
  if (emulator.executions("closeSession", 12345678) !== 1) throw new Error("the session was not closed");
  return answers;
}
