import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { expect } from "chai";
import type { TlsIdentity } from "../../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../../src/errors/invalid-argument-error.js";
import { AUTH_CODE, SESSION } from "../../../client/guide-values.js";
import { thrown } from "../../../client/thrown.js";
import { describeWith } from "../../../describe-with.js";
import { type Emulator, RescueClient, startEmulator } from "../../../reference/service.js";
import { CA, certificate, IDENTITY } from "../../../tls/certificates.js";
import { ended, open } from "../../hostile/raw-client.js";

const run = promisify(execFile);
const openssl = await run("openssl", ["version"]).catch(() => undefined);

describe("the emulator over TLS", () => {
  let emulator: Emulator | undefined;
  afterEach(() => emulator?.close());

  const close = (endpoint: string, ca?: string | Buffer) =>
    new RescueClient({
      credentials: { authCode: AUTH_CODE },
      endpoint,
      ...(ca === undefined ? {} : { tls: { ca } }),
    }).closeSession(SESSION);

  async function read(url: string, ca: string | Buffer): Promise<string> {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false, ca }, resolve).once("error", reject);
    });
    return text(incoming);
  }

  it("serves clients that trust its certificate, under both names of this machine", async () => {
    emulator = await startEmulator({ tls: IDENTITY });
    expect(emulator.endpoint).to.match(/^https:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx$/);
    expect(emulator.certificate).to.equal(IDENTITY.cert.toString());
    expect(await close(emulator.endpoint, CA)).to.include({ code: "OK" });
    emulator.reset();
    const named = emulator.endpoint.replace("127.0.0.1", "localhost");
    expect(await close(named, CA)).to.include({ code: "OK" });
  });

  it("is refused by clients that do not", async () => {
    emulator = await startEmulator({ tls: IDENTITY });
    expect(await close(emulator.endpoint).catch((error) => error)).to.include({
      name: "ConnectionError",
      outcome: "not-sent",
      reason: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    });
    expect(emulator.log).to.deep.equal([]);
  });

  it("says https in the WSDL and in every link", async () => {
    emulator = await startEmulator({ tls: IDENTITY });
    const { endpoint, wsdlUrl } = emulator;
    expect(wsdlUrl).to.equal(`${endpoint}?wsdl`);
    const addresses = [...(await read(wsdlUrl, CA)).matchAll(/address location="([^"]*)"/g)];
    expect(addresses.map(([, address]) => address)).to.include(endpoint);
    for (const [, address] of addresses) expect(address).to.match(/^https:/);
  });

  const { cert, key } = IDENTITY;
  for (const [what, tls, path, message] of [
    ["text that is no PEM", { cert: "SECRET cert", key: "SECRET key" }, "tls.cert", /^tls\.cert is not a certificate/],
    ["a certificate in place of the key", { cert, key: cert }, "tls.key", /^tls\.key is not a private key/],
    ["a locked key", { cert, key: certificate("client-key-locked.pem") }, "tls.key", /without a passphrase/],
    ["the key of another", { cert, key: certificate("client-key.pem") }, "tls.key", /not the key of the certificate/],
    ["a certificate without its key", { cert }, "tls.key", /^tls\.key is missing/],
    ["a key without its certificate", { key }, "tls.cert", /^tls\.cert is missing/],
    ["empty texts", { cert: "", key: "" }, "tls.cert", /^tls\.cert is missing/],
    ["true", true, "tls", /^tls: expected a certificate and its key/],
    ["a word", "yes", "tls", /^tls: expected a certificate and its key/],
  ] as const) {
    it(`refuses ${what}, and shows none of it`, async () => {
      const error = await thrown(InvalidArgumentError, startEmulator({ tls: tls as unknown as TlsIdentity }));
      expect(error.path).to.equal(path);
      expect(error.message)
        .to.match(message)
        .and.not.to.match(/SECRET|BEGIN/);
    });
  }

  it("ends connections in the middle of a handshake when it closes", async () => {
    emulator = await startEmulator({ tls: IDENTITY });
    const socket = open(emulator.endpoint);
    socket.write(Buffer.from("16030100a5010000", "hex"));
    while (emulator.connections() !== 1) await new Promise(setImmediate);
    await Promise.all([emulator.close(), ended(socket)]);
    expect(emulator.connections()).to.equal(0);
  });

  describeWith(openssl, "the documented certificate", "openssl is not installed", () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "emulator-tls-"));
    });
    after(() => rm(folder, { recursive: true }));

    it("is made by the line in docs/emulator.md, and serves both names of this machine", async () => {
      const [line] = (await readFile("docs/emulator.md", "utf8")).match(/^openssl req .*$/m) ?? [];
      expect(line).to.match(/-keyout key\.pem -out cert\.pem$/);
      await run("sh", ["-c", String(line)], { cwd: folder });
      const [cert, key] = await Promise.all(["cert.pem", "key.pem"].map((name) => readFile(join(folder, name))));
      emulator = await startEmulator({ tls: { cert: String(cert), key: String(key) } });
      for (const host of ["127.0.0.1", "localhost"]) {
        expect(await close(emulator.endpoint.replace("127.0.0.1", host), cert)).to.include({ code: "OK" });
        emulator.reset();
      }
    });
  });
});
