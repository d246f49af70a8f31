// Spans, sent to whoever collects them (OTLP over HTTP). The packages are loaded only where somebody does.
import type { Context, Link, Span, SpanContext, SpanKind } from "@opentelemetry/api";

export type Attributes = Record<string, string | number | string[]>;

export type Piece = {
  name: string;
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  /** What it is part of; else what is under way here. */
  under?: SpanContext | undefined;
  /** What else it serves. */
  links?: SpanContext[];
};

export type Traces = {
  /** Does a piece of work as a span. What it throws is noted by its kind alone: messages may hold what people wrote. */
  within<T>(piece: Piece, work: (span: Span) => Promise<T>): Promise<T>;
  /** The span that is under way here. */
  here(): SpanContext | undefined;
  /** It, as headers that carry it elsewhere (W3C trace context). */
  carried(): Record<string, string>;
  /** The span that headers carry. */
  from(headers: Record<string, string>): SpanContext | undefined;
  /** Sends what is left. */
  close(): Promise<void>;
};

/** Milliseconds that a collector has to take spans: one that is away holds nothing up. */
const EXPORT_WITHIN = 2_000;

/** Spans for a collector: `endpoint` as OTEL_EXPORTER_OTLP_ENDPOINT has it, without `/v1/traces`. */
export async function openTraces(endpoint: string, parts: readonly string[]): Promise<Traces> {
  const [api, sdk, { OTLPTraceExporter }, { detectResources, envDetector, resourceFromAttributes }] = await Promise.all(
    [
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ],
  );
  const { context, defaultTextMapGetter, defaultTextMapSetter, propagation, trace } = api;
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_WITHIN });
  const about = { "service.name": "fremdrift", "fremdrift.parts": [...parts] };
  const provider = new sdk.NodeTracerProvider({
    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say counts more than what we say.
    resource: resourceFromAttributes(about).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  });
  provider.register();
  const tracer = provider.getTracer("fremdrift");
  const here = () => trace.getSpanContext(context.active());
  const around = (under: SpanContext | undefined): Context =>
    under ? trace.setSpanContext(api.ROOT_CONTEXT, under) : context.active();

  return {
    within: ({ name, kind = "INTERNAL", attributes = {}, under, links = [] }, work) => {
      const linked: Link[] = links.map((one) => ({ context: one }));
      const options = { kind: api.SpanKind[kind], attributes, links: linked };
      return tracer.startActiveSpan(name, options, around(under), async (span) => {
        try {
          return await work(span);
        } catch (error) {
          span.setStatus({ code: api.SpanStatusCode.ERROR });
          span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
          throw error;
        } finally {
          span.end();
        }
      });
    },
    here,
    carried: () => {
      const carrier: Record<string, string> = {};
      propagation.inject(context.active(), carrier, defaultTextMapSetter);
      return carrier;
    },
    from: (headers) => trace.getSpanContext(propagation.extract(api.ROOT_CONTEXT, headers, defaultTextMapGetter)),
    close: async () => {
      await provider.shutdown().catch(() => {});
      for (const each of [trace, context, propagation]) each.disable();
    },
  };
}
