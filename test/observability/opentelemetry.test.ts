import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { expect } from "chai";

interface ToldSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly id: string;
  readonly traceId: string;
  readonly parent?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code: SpanStatusCode; readonly message?: string };
}

describe("the lines of docs/observability.md, with OpenTelemetry's SDK", function () {
  this.timeout(60_000);
  let spans: readonly ToldSpan[];
  let output: string;

  before(async () => {
    const page = await readFile("docs/observability.md", "utf8");
    const [, lines = ""] = /^```js\n(.*?)^```$/ms.exec(page) ?? [];
    await mkdir(".build", { recursive: true });
    // Within the project, where its packages are found.
    const folder = await mkdtemp(resolve(".build", "observability-"));
    try {
      await writeFile(join(folder, "lines.mjs"), lines);
      const program = resolve("test/observability/traced-program.mjs");
      ({ stdout: output } = await promisify(execFile)(process.execPath, [program, join(folder, "lines.mjs")]));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    spans = JSON.parse(output) as readonly ToldSpan[];
  });

  const named = (name: string) => spans.filter((span) => span.name === name);
  const one = (name: string): ToldSpan => {
    const [span, ...more] = named(name);
    if (!span || more.length > 0) throw new Error(`expected one span ${name} in ${spans.map((s) => s.name)}`);
    return span;
  };
  const childrenOf = ({ id }: ToldSpan) => spans.filter(({ parent }) => parent === id);

  it("make one span for each call, below the span that the caller was in", () => {
    const job = one("job");
    expect(childrenOf(job).map(({ name }) => name)).to.have.members([
      "rescue closeSession",
      "rescue getSession_V3",
      "rescue closeSession",
      "rescue logout",
    ]);
    expect(new Set(spans.map(({ traceId }) => traceId)), "one trace").to.have.length(1);
  });

  it("tell operation, session, code, outcome and attempts", () => {
    const [closed, refused] = named("rescue closeSession");
    expect(closed).to.include({ kind: SpanKind.CLIENT });
    expect(closed?.attributes).to.deep.equal({
      "rpc.system": "soap",
      "rpc.method": "closeSession",
      "rescue.session": 12345678,
      "rescue.code": "OK",
      "rescue.outcome": "answered",
      "rescue.attempts": 1,
    });
    expect(closed?.status).to.deep.equal({ code: SpanStatusCode.UNSET });
    expect(refused?.attributes).to.include({ "rescue.code": "InvalidParam_Session", "rescue.outcome": "answered" });
    expect(refused?.status).to.deep.equal({ code: SpanStatusCode.ERROR, message: "InvalidParam_Session" });
  });

  it("have the requests as children: those of a login below the login, those of a retry beside each other", () => {
    const [closed] = named("rescue closeSession");
    const children = childrenOf(closed as ToldSpan).map(({ name }) => name);
    expect(children).to.have.members(["rescue login", "POST"]);
    expect(childrenOf(one("rescue login")).map(({ name }) => name)).to.deep.equal(["POST"]);
    const retried = one("rescue getSession_V3");
    expect(retried.attributes).to.include({ "rescue.attempts": 2, "rescue.code": "OK" });
    expect(childrenOf(retried).map(({ name }) => name)).to.deep.equal(["POST", "POST"]);
  });

  it("reach the service: its spans are children of the requests, by the traceparent header", () => {
    for (const request of childrenOf(one("rescue logout"))) {
      expect(childrenOf(request).map(({ kind }) => kind)).to.deep.equal([SpanKind.SERVER]);
    }
  });

  it("show no secret", () => {
    expect(output).to.contain("rescue.session");
    for (const secret of ["secretPassword", "ASP.NET_SessionId"]) expect(output).not.to.contain(secret);
  });
});
