// Whoever collects traces, for tests: takes OTLP over HTTP as JSON, and remembers the spans.
import { createServer } from "node:http";

type Value = { stringValue?: string; intValue?: number | string; arrayValue?: { values: Value[] } };
export type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  links?: { traceId: string; spanId: string }[];
  attributes: { key: string; value: Value }[];
};

export type Collector = { url: string; spans: Span[]; services: Set<string>; close(): Promise<void> };

/** Listens on a free port of this machine. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const services = new Set<string>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const sent = JSON.parse(Buffer.concat(parts).toString()) as Sent;
      for (const { resource, scopeSpans } of sent.resourceSpans) {
        services.add(String(saying(resource, "service.name")));
        for (const scope of scopeSpans) spans.push(...scope.spans);
      }
      response.writeHead(request.url === "/v1/traces" ? 200 : 404, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    services,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Sent = { resourceSpans: { resource: Pick<Span, "attributes">; scopeSpans: { spans: Span[] }[] }[] };

/** What an attribute says: a text, a number, or a list of texts. */
export function saying(of: Pick<Span, "attributes">, name: string): string | number | string[] | undefined {
  const value = of.attributes.find(({ key }) => key === name)?.value;
  if (value?.arrayValue) return value.arrayValue.values.map(({ stringValue = "" }) => stringValue);
  return value?.stringValue ?? (value?.intValue === undefined ? undefined : Number(value.intValue));
}
