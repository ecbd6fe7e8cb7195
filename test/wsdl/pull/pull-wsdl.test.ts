import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { isLoopback } from "../../../src/soap/http/endpoint-address.js";
import { loadWsdl } from "../../../src/wsdl/load/load-wsdl.js";
import { checkOrigin, sha256 } from "../../../src/wsdl/load/origin.js";
import { WsdlError } from "../../../src/wsdl/load/wsdl-error.js";
import { type PullOptions, pullWsdl } from "../../../src/wsdl/pull/pull-wsdl.js";
import { readDocuments } from "../../../src/wsdl/read/read-wsdl.js";
import { smallWsdl } from "../small-wsdl.js";

const XML = { "content-type": "text/xml; charset=utf-8" };

describe("pullWsdl", () => {
  let folder: string;
  let server: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pull-wsdl-"));
    await writeFile(join(folder, "API.wsdl"), "the old one");
    await writeFile(join(folder, "origin.json"), "the old origin");
  });

  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  async function serve(listener: RequestListener): Promise<string> {
    const started = createServer(listener);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    const address = started.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}`;
  }

  async function refused(options: Omit<PullOptions, "folder">): Promise<string> {
    let message: string | undefined;
    try {
      await pullWsdl({ ...options, folder });
    } catch (error) {
      expect(error).to.be.instanceOf(WsdlError);
      message = error instanceof Error ? error.message : "";
    }
    expect((await readdir(folder)).sort()).to.deep.equal(["API.wsdl", "origin.json"]);
    expect(await readFile(join(folder, "API.wsdl"), "utf8")).to.equal("the old one");
    expect(await readFile(join(folder, "origin.json"), "utf8")).to.equal("the old origin");
    if (message === undefined) throw new Error("the pull went through");
    return message;
  }

  it("replaces the WSDL and records its origin", async () => {
    const base = await serve((_, response) => response.writeHead(200, XML).end(smallWsdl()));
    const now = new Date("2026-01-02T03:04:05.678Z");
    const { operations } = await pullWsdl({ source: `${base}/API.asmx?wsdl`, folder, now });

    expect(operations).to.equal(1);
    expect((await readdir(folder)).sort()).to.deep.equal(["API.wsdl", "origin.json"]);
    const bytes = await readFile(join(folder, "API.wsdl"));
    expect(bytes.toString()).to.equal(smallWsdl());
    expect(JSON.parse(await readFile(join(folder, "origin.json"), "utf8"))).to.deep.equal({
      url: `${base}/API.asmx?wsdl`,
      retrieved: now.toISOString(),
      sha256: sha256(bytes),
      bytes: bytes.byteLength,
    });
    await checkOrigin(join(folder, "API.wsdl"), bytes);
  });

  it("stores imports next to the WSDL, byte for byte, and reads them there again", async () => {
    const schema = (inside: string) =>
      `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b">${inside}</s:schema>`;
    const pages: Record<string, string> = {
      "/API.asmx?wsdl": smallWsdl({
        requestFields: '<s:element name="mood" type="b:Mood" xmlns:b="urn:b"/>',
        schema: '<s:import namespace="urn:b" schemaLocation="API.asmx?xsd=../../x"/>',
      }),
      "/API.asmx?xsd=../../x": schema('<s:include schemaLocation="/API.asmx?xsd=2"/>'),
      "/API.asmx?xsd=2": schema(
        '<s:simpleType name="Mood"><s:restriction base="s:string"><s:enumeration value="good"/></s:restriction></s:simpleType>',
      ),
    };
    const base = await serve((request, response) => response.writeHead(200, XML).end(pages[request.url ?? ""]));
    await writeFile(join(folder, "API.import-7.xsd"), "of an earlier pull");
    const { origin } = await pullWsdl({ source: `${base}/API.asmx?wsdl`, folder });

    const files = ["API.import-1.xsd", "API.import-2.xsd", "API.wsdl", "origin.json"];
    expect((await readdir(folder)).sort()).to.deep.equal(files);
    expect(await readFile(join(folder, "API.import-1.xsd"), "utf8")).to.equal(pages["/API.asmx?xsd=../../x"]);
    expect(origin.imports?.map(({ from, location, file }) => [from, location, file])).to.deep.equal([
      ["API.import-1.xsd", "/API.asmx?xsd=2", "API.import-2.xsd"],
      ["API.wsdl", "API.asmx?xsd=../../x", "API.import-1.xsd"],
    ]);
    const again = readDocuments((await loadWsdl(join(folder, "API.wsdl"))).documents);
    expect(again.contract.enums).to.deep.equal({ Mood: ["good"] });

    await writeFile(join(folder, "API.import-2.xsd"), `${pages["/API.asmx?xsd=2"]} `);
    const edited: unknown = await loadWsdl(join(folder, "API.wsdl")).catch((error: unknown) => error);
    expect(edited)
      .to.be.instanceOf(WsdlError)
      .with.property("message")
      .that.matches(/^API\.import-1\.xsd:1:\d+: .* API\.import-2\.xsd is not the file that origin\.json describes/);
  });

  describe("of a file", () => {
    let sent: string;
    beforeEach(async () => {
      sent = await mkdtemp(join(tmpdir(), "sent-"));
    });
    afterEach(() => rm(sent, { recursive: true, force: true }));

    it("stores it byte for byte, and records its origin without a path of this machine", async () => {
      const bytes = Buffer.from(`\uFEFF${smallWsdl().replaceAll("\n", "\r\n")}`);
      await writeFile(join(sent, "API as sent.wsdl"), bytes);
      const now = new Date("2026-01-02T03:04:05.678Z");
      await pullWsdl({ source: join(sent, "API as sent.wsdl"), folder, now });
      expect(await readFile(join(folder, "API.wsdl"))).to.deep.equal(bytes);
      const origin = await readFile(join(folder, "origin.json"), "utf8");
      expect(JSON.parse(origin)).to.deep.equal({
        file: "API_as_sent.wsdl",
        retrieved: now.toISOString(),
        sha256: sha256(bytes),
        bytes: bytes.byteLength,
      });
      expect(origin).not.to.contain(sent);
      await checkOrigin(join(folder, "API.wsdl"), bytes);
    });

    it("stores the schemas next to it too, and reads them there", async () => {
      const mood =
        '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><s:simpleType name="Mood">' +
        '<s:restriction base="s:string"><s:enumeration value="good"/></s:restriction></s:simpleType></s:schema>';
      await mkdir(join(sent, "schemas"));
      await writeFile(join(sent, "schemas/b c.xsd"), mood);
      const wsdl = smallWsdl({
        requestFields: '<s:element name="mood" type="b:Mood" xmlns:b="urn:b"/>',
        schema: '<s:import namespace="urn:b" schemaLocation="schemas/b%20c.xsd"/>',
      });
      await writeFile(join(sent, "API.wsdl"), wsdl);
      const { origin } = await pullWsdl({ source: join(sent, "API.wsdl"), folder });
      expect(origin.imports).to.deep.equal([
        { from: "API.wsdl", location: "schemas/b%20c.xsd", file: "API.import-1.xsd", sha256: sha256(mood) },
      ]);
      await rm(sent, { recursive: true });
      const { contract } = readDocuments((await loadWsdl(join(folder, "API.wsdl"))).documents);
      expect(contract.enums).to.deep.equal({ Mood: ["good"] });

      // Pulled files can be pulled again, under the names they are stored under.
      await mkdir(sent);
      for (const name of ["API.import-1.xsd", "origin.json"]) await copyFile(join(folder, name), join(sent, name));
      await copyFile(join(folder, "API.wsdl"), join(sent, "API.wsdl"));
      const again = await pullWsdl({ source: join(sent, "API.wsdl"), folder });
      expect(again.origin.imports).to.deep.equal(origin.imports);
    });

    it("refuses one that cannot be read, and names it", async () => {
      await writeFile(join(sent, "API.wsdl"), smallWsdl().slice(0, 1500));
      expect(await refused({ source: join(sent, "API.wsdl") })).to.match(
        /^"API\.wsdl" was read, but API\.wsdl:\d+:\d+: not a readable XML document/,
      );
    });
  });

  it("writes nothing when an imported document cannot be loaded", async () => {
    const base = await serve((request, response) =>
      request.url === "/?wsdl"
        ? response.writeHead(200, XML).end(smallWsdl({ schema: '<s:include schemaLocation="/gone"/>' }))
        : response.writeHead(404).end(),
    );
    expect(await refused({ source: `${base}/?wsdl` })).to.match(
      /API\.wsdl:13:\d+: .*"\/gone" was not followed: status 404/,
    );
  });

  it("reads compressed replies and records no secret of the URL", async () => {
    const base = await serve((_, response) =>
      response.writeHead(200, { ...XML, "content-encoding": "gzip" }).end(gzipSync(smallWsdl())),
    );
    const { origin } = await pullWsdl({ source: `${base}/API.asmx?token=hunter2`, folder });
    expect(origin.url).to.equal(`${base}/API.asmx`);
  });

  it("refuses an HTML page with status 200", async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>hello</title>"),
    );
    expect(await refused({ source: url })).to.equal('status 200 with "text/html": an HTML page instead of a WSDL');
  });

  it("refuses XML that is not a WSDL, and a WSDL without SOAP", async () => {
    let answer = "<feed/>";
    const url = await serve((_, response) => response.writeHead(200, XML).end(answer));
    expect(await refused({ source: url })).to.match(/its first element is "feed"/);
    answer = smallWsdl({ soapBinding: '<http:binding verb="GET"/>' });
    expect(await refused({ source: url })).to.match(/no port has a SOAP binding/);
    answer = "";
    expect(await refused({ source: url })).to.match(/status 200, .*not a readable XML document/);
  });

  it("refuses a redirect, without following it or showing its query", async () => {
    let requests = 0;
    const url = await serve((_, response) => {
      requests += 1;
      response.writeHead(302, { location: "https://elsewhere.example/login?token=hunter2" }).end();
    });
    const message = await refused({ source: url });
    expect(message).to.equal('status 302, a redirect to "https://elsewhere.example/login", which is not followed');
    expect(requests).to.equal(1);
  });

  it("refuses a truncated document and a cut connection", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/cut") {
        response.writeHead(200, { ...XML, "content-length": "100000" });
        response.write(smallWsdl().slice(0, 500), () => response.destroy());
      } else {
        response.writeHead(200, XML).end(smallWsdl().slice(0, 1500));
      }
    });
    expect(await refused({ source: url })).to.match(/API\.wsdl:\d+:\d+: not a readable XML document/);
    expect(await refused({ source: `${url}/cut` })).to.match(/the download from 127\.0\.0\.1:\d+ failed: /);
  });

  it("refuses status 500 without showing its body", async () => {
    const url = await serve((_, response) => response.writeHead(500, XML).end(smallWsdl()));
    expect(await refused({ source: url })).to.equal('status 500 with "text/xml; charset=utf-8" instead of a WSDL');
  });

  it("applies the size limit after decompression", async () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000, " "));
    const url = await serve((_, response) => response.writeHead(200, { ...XML, "content-encoding": "gzip" }).end(bomb));
    expect(bomb.byteLength).to.be.lessThan(10_000);
    expect(await refused({ source: url, maximumBytes: 1_000_000 })).to.match(
      /the reply is larger than 1000000 bytes \(the limit of a/,
    );
  });

  it("gives up when the reply does not end in time", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, XML);
      response.write("<wsdl:definitions");
    });
    expect(await refused({ source: url, timeout: 100 })).to.match(/no complete reply from .* within 0\.1 s/);
  });

  it("refuses bytes that are not UTF-8", async () => {
    const url = await serve((_, response) => response.writeHead(200, XML).end(Buffer.from([0x3c, 0xff, 0xfe])));
    expect(await refused({ source: url })).to.match(/neither UTF-8/);
  });

  it("refuses plain http elsewhere, other schemes and credentials before any connection", async () => {
    expect(await refused({ source: "http://service.example/API.asmx?wsdl" })).to.match(/only https is supported/);
    expect(await refused({ source: "http://localhost.evil.example/" })).to.match(/only https is supported/);
    expect(await refused({ source: "file:///etc/hosts" })).to.match(/neither a file nor an https URL/);
    expect(await refused({ source: "https://me:hunter2@service.example/" })).to.match(
      /must not contain a user name or password/,
    );
    expect(await refused({ source: "https://" })).to.match(/is not a URL/);
    expect(await refused({ source: "no such file" })).to.equal('cannot read "no such file": ENOENT');
  });

  it("reports a refused connection", async () => {
    const url = await serve((_, response) => response.end());
    await new Promise((resolve) => server?.close(resolve));
    expect(await refused({ source: url })).to.match(/failed: ECONNREFUSED/);
  });
});

describe("checkOrigin", () => {
  it("reports a WSDL that is not the one described, as after an incomplete pull", async () => {
    const folder = await mkdtemp(join(tmpdir(), "origin-"));
    try {
      const wsdl = join(folder, "API.wsdl");
      await checkOrigin(wsdl, Buffer.from("a"));
      await writeFile(join(folder, "origin.json"), JSON.stringify({ sha256: sha256("a"), bytes: 1 }));
      await checkOrigin(wsdl, Buffer.from("a"));
      const edited = await checkOrigin(wsdl, Buffer.from("b")).catch((error: unknown) => error);
      expect(edited)
        .to.be.instanceOf(WsdlError)
        .with.property("message")
        .that.matches(/its sha256 differs/);
      await writeFile(join(folder, "origin.json"), "[]");
      const broken = await checkOrigin(wsdl, Buffer.from("a")).catch((error: unknown) => error);
      expect(broken).to.be.instanceOf(WsdlError).with.property("message", "origin.json contains no sha256");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("isLoopback", () => {
  it("recognises the three names of this machine", () => {
    for (const url of ["http://localhost", "http://127.0.0.1", "http://127.1", "http://127.9.8.7", "http://[::1]"]) {
      expect(isLoopback(new URL(url).hostname), url).to.equal(true);
    }
    for (const url of ["http://127.0.0.1.example", "http://localhost.example", "http://0.0.0.0", "http://[::2]"]) {
      expect(isLoopback(new URL(url).hostname), url).to.equal(false);
    }
  });
});
