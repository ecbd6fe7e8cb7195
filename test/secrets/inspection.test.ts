import { format, inspect, types } from "node:util";
import { deserialize, serialize } from "node:v8";
import { expect } from "chai";
import { checkCredentials } from "../../src/client/options/credentials.js";
import { Secret } from "../../src/client/options/secret.js";
import { RescueClient } from "../reference/service.js";

import { certificate } from "../tls/certificates.js";
import { AUTH_CODE, BOTH, expectHidden, expectShowsNone, PASSPHRASE, PASSWORD, PROXY_PASSWORD } from "./planted.js";

const options = () => ({
  credentials: { ...BOTH },
  endpoint: "https://rescue.test/API/API.asmx",
  proxy: `http://user:${encodeURIComponent(PROXY_PASSWORD)}@localhost:1`,
  tls: { cert: certificate("client.pem"), key: certificate("client-key-locked.pem"), passphrase: PASSPHRASE },
});

describe("secrets, inspected", () => {
  it("Secret prints as [redacted], however it is printed", () => {
    const secret = new Secret(PASSWORD);
    expect(secret.reveal()).to.equal(PASSWORD);
    for (const printed of [
      String(secret),
      `${secret}`,
      `${secret as unknown as string}`,
      ["", secret].join(""),
      JSON.stringify(secret).slice(1, -1),
      inspect(secret),
      format("%s", secret),
      format("%O", secret),
      Buffer.from(secret as unknown as string).toString(),
      decodeURIComponent(encodeURIComponent(secret as unknown as string)),
    ]) {
      expect(printed).to.equal("[redacted]");
    }
    expect(format("%j", { secret })).to.equal('{"secret":"[redacted]"}');
    expectShowsNone("Secret", secret);
    expectShowsNone("in a list", [secret, new Map([[secret, secret]])]);
    expectHidden("a copy", inspect(structuredClone(secret)), inspect({ ...secret }), inspect(Object.entries(secret)));
    expectHidden("serialized", inspect(deserialize(serialize(secret))), serialize(secret).toString("latin1"));
    expect(Reflect.ownKeys(secret)).to.deep.equal([]);
    expect(types.isProxy(secret)).to.equal(false);
  });

  it("checked credentials", () => {
    expectShowsNone("credentials", checkCredentials(BOTH));
    expectShowsNone("a code", checkCredentials({ authCode: AUTH_CODE }));
  });

  it("a client and its operations", () => {
    const client = new RescueClient(options());
    expectShowsNone("the client", client);
    expectShowsNone("its operations", client.operations);
    expect(inspect(client)).to.match(/^RescueClient \{/);
    client.close();
  });

  it("leave the caller's options unchanged, and do not keep them", () => {
    const given = options();
    const client = new RescueClient(given);
    expect(given).to.deep.equal(options());
    for (const key of Reflect.ownKeys(client)) expect(Reflect.get(client, key)).not.to.equal(given);
    client.close();
  });
});
