import { X509Certificate } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { makeSelfSigned } from "../../../../src/emulator/http/tls/self-signed.js";
import type { TlsIdentity } from "../../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../../src/errors/invalid-argument-error.js";
import { AUTH_CODE, SESSION } from "../../../client/guide-values.js";
import { thrown } from "../../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../../reference/service.js";
import { CA, certificate } from "../../../tls/certificates.js";
import { ended, open } from "../../hostile/raw-client.js";

const OWN: TlsIdentity = { cert: certificate("server.pem"), key: certificate("server-key.pem") };

describe("the emulator over TLS", () => {
  let emulator: Emulator | undefined;
  afterEach(() => emulator?.close());

  const close = (endpoint: string, ca?: string | Buffer) =>
    new RescueClient({
      credentials: { authCode: AUTH_CODE },
      endpoint,
      ...(ca === undefined ? {} : { tls: { ca } }),
    }).closeSession(SESSION);

  async function read(url: string, ca: string | undefined): Promise<string> {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false, ...(ca === undefined ? {} : { ca }) }, resolve).once("error", reject);
    });
    return text(incoming);
  }

  it("serves clients that trust its certificate, under both names of this machine", async () => {
    emulator = await startEmulator({ tls: true });
    expect(emulator.endpoint).to.match(/^https:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx$/);
    expect(await close(emulator.endpoint, emulator.certificate)).to.include({ code: "OK" });
    emulator.reset();
    const named = emulator.endpoint.replace("127.0.0.1", "localhost");
    expect(await close(named, emulator.certificate)).to.include({ code: "OK" });
  });

  it("is refused by clients that do not", async () => {
    emulator = await startEmulator({ tls: true });
    expect(await close(emulator.endpoint).catch((error) => error)).to.include({
      name: "ConnectionError",
      outcome: "not-sent",
      reason: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
    expect(emulator.log).to.deep.equal([]);
  });

  it("says https in the WSDL and in every link", async () => {
    emulator = await startEmulator({ tls: true });
    const { endpoint, wsdlUrl } = emulator;
    expect(wsdlUrl).to.equal(`${endpoint}?wsdl`);
    const addresses = [...(await read(wsdlUrl, emulator.certificate)).matchAll(/address location="([^"]*)"/g)];
    expect(addresses.map(([, address]) => address)).to.include(endpoint);
    for (const [, address] of addresses) expect(address).to.match(/^https:/);
  });

  it("uses a given certificate", async () => {
    emulator = await startEmulator({ tls: OWN });
    expect(emulator.certificate).to.equal(OWN.cert.toString());
    expect(await close(emulator.endpoint, CA)).to.include({ code: "OK" });
  });

  for (const [what, tls] of [
    ["text that is no PEM", { cert: "SECRET cert", key: "SECRET key" }],
    ["the key of another", { cert: OWN.cert, key: certificate("client-key.pem") }],
    ["half of it", { cert: OWN.cert }],
    ["nothing in it", { cert: "", key: "" }],
    ["a word", "yes"],
  ] as const) {
    it(`refuses ${what}, and shows none of it`, async () => {
      const error = await thrown(InvalidArgumentError, startEmulator({ tls: tls as TlsIdentity }));
      expect(error.path).to.equal("tls");
      expect(error.message).not.to.match(/SECRET|BEGIN/);
    });
  }

  it("ends connections in the middle of a handshake when it closes", async () => {
    emulator = await startEmulator({ tls: true });
    const socket = open(emulator.endpoint);
    socket.write(Buffer.from("16030100a5010000", "hex"));
    while (emulator.connections() !== 1) await new Promise(setImmediate);
    await Promise.all([emulator.close(), ended(socket)]);
    expect(emulator.connections()).to.equal(0);
  });

  describe("the certificate it makes", () => {
    const made = async (host: string) => new X509Certificate((await makeSelfSigned(host)).cert);

    it("is only for this machine and the host, and is not a CA", async () => {
      const own = await made("127.0.0.1");
      for (const address of ["127.0.0.1", "::1"]) expect(own.checkIP(address)).to.equal(address);
      expect(own.checkHost("localhost")).to.equal("localhost");
      expect(own.checkHost("example.com")).to.equal(undefined);
      expect(own.ca).to.equal(false);
      expect(own.verify(own.publicKey)).to.equal(true);
    });

    it("names a host and an address of the network", async () => {
      expect((await made("desk.example")).checkHost("desk.example")).to.equal("desk.example");
      expect((await made("192.0.2.7")).checkIP("192.0.2.7")).to.equal("192.0.2.7");
      expect((await made("0.0.0.0")).checkIP("0.0.0.0")).to.equal(undefined);
    });

    it("is valid from now for a year, and differs each time", async () => {
      const [one, other] = await Promise.all([made("localhost"), made("localhost")]);
      expect(one.serialNumber).not.to.equal(other.serialNumber);
      expect(Date.parse(one.validFrom)).to.be.below(Date.now());
      const days = (Date.parse(one.validTo) - Date.now()) / 86_400_000;
      expect(days).to.be.within(300, 366);
    });
  });
});
