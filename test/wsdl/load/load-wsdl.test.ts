import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { IMPORT_DEPTH, IMPORT_LIMIT, type LoadOptions, loadWsdl } from "../../../src/wsdl/load/load-wsdl.js";
import { WsdlError } from "../../../src/wsdl/load/wsdl-error.js";
import { readDocuments } from "../../../src/wsdl/read/read-wsdl.js";
import { serveHttp } from "../../soap/local-server.js";
import { SMALL_NAMESPACE, smallWsdl } from "../small-wsdl.js";

const including = (...locations: string[]) =>
  smallWsdl({ schema: locations.map((location) => `<s:include schemaLocation="${location}"/>`).join("\n") });
const schema = (inside = "") =>
  `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="${SMALL_NAMESPACE}">\n${inside}</s:schema>`;
const include = (location: string) => `<s:include schemaLocation="${location}"/>`;

async function refusal(address: string, options: LoadOptions = {}): Promise<string> {
  const error: unknown = await loadWsdl(address, options)
    .then(({ documents }) => readDocuments(documents))
    .catch((reason: unknown) => reason);
  if (error instanceof WsdlError) return error.message;
  throw new Error("it was loaded");
}

describe("loadWsdl", () => {
  describe("from a file", () => {
    let folder: string;
    let wsdl: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "load-wsdl-"));
      wsdl = join(folder, "own/API.wsdl");
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    async function write(files: Record<string, string | Uint8Array>): Promise<void> {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    }

    it("loads each document once, named by its path", async () => {
      await write({
        "own/API.wsdl": including("a.xsd", "sub/../b/b.xsd", "./a.xsd"),
        "own/a.xsd": schema(include("b/b.xsd")),
        "own/b/b.xsd": schema(include("../a.xsd")),
        "own/sub/unused": "",
      });
      const { documents } = await loadWsdl(wsdl);
      expect(documents.map(({ name }) => name)).to.deep.equal(["API.wsdl", "a.xsd", "b/b.xsd"]);
      expect(Object.keys(readDocuments(documents).contract.operations)).to.deep.equal(["ping"]);
    });

    it("names file, line and column of a problem in an imported document", async () => {
      await write({
        "own/API.wsdl": smallWsdl({
          requestFields: '<s:element name="a" type="tns:A"/>',
          schema: include("sub/a.xsd"),
        }),
        "own/sub/a.xsd": schema('<s:complexType name="A">\n<s:choice/></s:complexType>'),
      });
      expect(await refusal(wsdl)).to.match(/^sub\/a\.xsd:3:\d+: xs:choice .* \(operation "ping"\)/);
      await write({ "own/sub/a.xsd": "<s:schema" });
      expect(await refusal(wsdl)).to.match(/^sub\/a\.xsd:1:\d+: not a readable XML document/);
      await write({ "own/sub/a.xsd": "<html/>" });
      expect(await refusal(wsdl)).to.match(
        /^sub\/a\.xsd:1:\d+: an imported document is neither a WSDL nor a schema: .*"html"/,
      );
    });

    for (const [what, location, reason] of [
      ["another host", "https://evil.example/a.xsd", /only files next to the WSDL are followed: save it there/],
      ["another host, without a scheme", "//evil.example/a.xsd", /only files next to the WSDL/],
      ["file:", "file:///etc/passwd", /only files next to the WSDL/],
      ["a data: URL", "data:text/xml,&lt;a/>", /only files next to the WSDL/],
      ["an absolute path", "/etc/passwd", /not a relative path/],
      ["an absolute path in escapes", "%2Fetc%2Fpasswd", /not a relative path/],
      ["the folder above", "../secret.xsd", /points outside the folder/],
      ["the folder above, in escapes", "%2e%2e/secret.xsd", /points outside the folder/],
      ["the folder above, by a way around", "sub/../../secret.xsd", /points outside the folder/],
      ["a link that leads out", "link.xsd", /points outside the folder/],
      ["a folder that is a link", "linked/secret.xsd", /points outside the folder/],
      ["the folder", ".", /points outside the folder/],
      ["a folder", "sub", /"sub" is not a file/],
      ["nothing", "gone.xsd", /cannot read "gone\.xsd": ENOENT/],
      ["a name with a zero", "a%00.xsd", /not a relative path/],
      ["a broken escape", "%zz.xsd", /not a relative path/],
      ["nowhere", "", /not a relative path/],
      ["itself", "API.wsdl", /the document imports itself/],
      ["itself, by a way around", "sub/../API.wsdl", /the document imports itself/],
    ] as const) {
      it(`does not follow ${what}`, async () => {
        await write({ "own/API.wsdl": including(location), "own/sub/x": "", "secret.xsd": schema() });
        await symlink(join(folder, "secret.xsd"), join(folder, "own/link.xsd"));
        await symlink(folder, join(folder, "own/linked"));
        const message = await refusal(wsdl);
        expect(message).to.match(/^API\.wsdl:13:\d+: the xs:include of ".*" was not followed: /);
        expect(message).to.match(reason).and.not.to.include(folder);
      });
    }

    it("loads at most 20 documents, at most five imports away", async () => {
      const names = Array.from({ length: IMPORT_LIMIT + 1 }, (_, index) => `${index}.xsd`);
      await write({
        "own/API.wsdl": including(...names.slice(1)),
        ...Object.fromEntries(names.map((name) => [`own/${name}`, schema()])),
      });
      expect((await loadWsdl(wsdl)).documents).to.have.length(IMPORT_LIMIT + 1);
      await write({ "own/API.wsdl": including(...names) });
      expect(await refusal(wsdl)).to.match(/^API\.wsdl:33:\d+: .*: the WSDL has more than 20 imported documents/);

      const chain = (length: number) =>
        Object.fromEntries(
          Array.from({ length }, (_, index) => [
            `own/${index}.xsd`,
            schema(index + 1 < length ? include(`${index + 1}.xsd`) : ""),
          ]),
        );
      await write({ "own/API.wsdl": including("0.xsd"), ...chain(IMPORT_DEPTH) });
      expect((await loadWsdl(wsdl)).documents).to.have.length(IMPORT_DEPTH + 1);
      await write(chain(IMPORT_DEPTH + 1));
      expect(await refusal(wsdl)).to.match(/^4\.xsd:2:\d+: .* more than 5 imports away/);
    });

    it("counts the bytes of all documents", async () => {
      const text = including("a.xsd");
      await write({ "own/API.wsdl": text, "own/a.xsd": schema(" ".repeat(1000)) });
      await loadWsdl(wsdl, { maximumBytes: 10_000 });
      expect(await refusal(wsdl, { maximumBytes: text.length + 500 })).to.match(
        /^API\.wsdl:13:\d+: .* "a\.xsd" is larger than the remaining limit of 500 bytes/,
      );
      expect(await refusal(wsdl, { maximumBytes: 500 })).to.match(
        /^"API\.wsdl" is larger than the remaining limit of 500 bytes/,
      );
    });

    it("refuses bytes that are not text, or in an unknown encoding", async () => {
      await write({ "own/API.wsdl": Buffer.from([0x3c, 0xff, 0xfe]) });
      expect(await refusal(wsdl)).to.match(/^API\.wsdl:1:1: the document is neither UTF-8, .*; save it as UTF-8$/);
      await write({ "own/API.wsdl": '<?xml version="1.0" encoding="klingon"?><a/>' });
      expect(await refusal(wsdl)).to.match(/^API\.wsdl:1:1: the document is neither UTF-8/);
    });

    it("reports a missing file, and anything that is neither a file nor a URL", async () => {
      expect(await refusal(wsdl)).to.match(/^cannot read .*own": ENOENT/);
      expect(await refusal("ftp://host/API.wsdl")).to.equal('"ftp://host/API.wsdl" is neither a file nor an https URL');
      expect(await refusal("http://")).to.equal('"http://" is not a URL');
    });
  });

  describe("from an address", () => {
    const serve = (pages: Readonly<Record<string, string | RequestListener>>, asked: string[] = []) =>
      serveHttp((request, response) => {
        asked.push(request.url ?? "");
        const page = Object.hasOwn(pages, request.url ?? "") ? pages[request.url ?? ""] : undefined;
        if (typeof page === "function") page(request, response);
        else response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/xml" }).end(page);
      });

    it("loads documents of the same origin, each once", async () => {
      const asked: string[] = [];
      await using server = await serve(
        {
          "/a/API.asmx?wsdl": including("API.asmx?xsd=1", "/b.xsd#there"),
          "/a/API.asmx?xsd=1": schema(include("../b.xsd")),
          "/b.xsd": schema(),
        },
        asked,
      );
      const { documents } = await loadWsdl(new URL("/a/API.asmx?wsdl", server.url).href);
      expect(documents.map(({ name }) => name)).to.deep.equal(["API.asmx", "API.import-1.xsd", "API.import-2.xsd"]);
      expect(asked).to.deep.equal(["/a/API.asmx?wsdl", "/a/API.asmx?xsd=1", "/b.xsd"]);
    });

    it("requests no other host, port or scheme, and follows no redirect", async () => {
      const elsewhere: string[] = [];
      await using other = await serve({ "/a.xsd": schema() }, elsewhere);
      for (const [location, reason] of [
        [`${other.url.href}a.xsd`, /only documents of http:\/\/127\.0\.0\.1:\d+ are followed/],
        ["https://127.0.0.1/a.xsd", /only documents of/],
        ["//evil.example/a.xsd", /only documents of/],
        ["file:///etc/passwd", /only documents of/],
        ["http://user:hunter2@HOST/a.xsd", /contains a user name or password/],
        ["http://[", /its location is not a URL/],
        ["/redirect", /status 302, a redirect .* which is not followed/],
        ["/gone?token=hunter2", /status 404/],
        ["/page", /an HTML page instead of a WSDL/],
        ["?wsdl", /the document imports itself/],
      ] as const) {
        const pages: Record<string, string | RequestListener> = {
          "/page": "<html></html>",
          "/redirect": (_, response) => response.writeHead(302, { location: `${other.url.href}a.xsd` }).end(),
        };
        await using server = await serve(pages);
        pages["/?wsdl"] = including(location.replace("HOST", server.url.host));
        const message = await refusal(new URL("/?wsdl", server.url).href);
        expect(message)
          .to.match(/^wsdl:13:\d+: the xs:include of /)
          .and.to.match(reason);
      }
      expect(elsewhere).to.deep.equal([]);
    });

    it("gives up when all documents together take too long", async () => {
      await using server = await serve({ "/?wsdl": including("/a.xsd"), "/a.xsd": () => {} });
      expect(await refusal(new URL("/?wsdl", server.url).href, { timeout: 200 })).to.match(/no complete reply from/);
    });
  });
});
