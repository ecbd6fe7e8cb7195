// Calls of the built package with OpenTelemetry's SDK, its HTTP instrumentation and the lines of docs/observability.md, whose
// path is the argument. Prints the spans.
import { context, trace } from "@opentelemetry/api";
import { HttpInstrumentation } from "@opentelemetry/instrumentation-http";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
const instrumentation = new HttpInstrumentation();
instrumentation.setTracerProvider(provider);
instrumentation.enable();

await import(process.argv[2]);
const { RescueClient } = await import("rescue-soap-client");
const { startEmulator } = await import("rescue-soap-client/emulator");

const emulator = await startEmulator();
const credentials = { email: "some@email.com", password: "secretPassword" };
const rescue = new RescueClient({ endpoint: emulator.endpoint, credentials, retry: { delay: 0 } });
const job = trace.getTracer("program").startSpan("job");
await context.with(trace.setSpan(context.active(), job), async () => {
  await rescue.closeSession(12345678);
  emulator.faults.add({ operation: "getSession_V3", phase: "before", kind: "reset" });
  await Promise.all([
    rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" }),
    rescue.closeSession(99999999).catch(() => {}),
  ]);
  await rescue[Symbol.asyncDispose]();
});
job.end();
await emulator.close();
await provider.forceFlush();

const told = exporter.getFinishedSpans().map((span) => ({
  name: span.name,
  kind: span.kind,
  id: span.spanContext().spanId,
  traceId: span.spanContext().traceId,
  parent: span.parentSpanContext?.spanId,
  attributes: span.attributes,
  status: span.status,
}));
console.log(JSON.stringify(told));
