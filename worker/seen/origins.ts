// Which span a trigger came in by. What it leads to is done later and elsewhere (a batch, an activity, a mail), and finds it
// here by the trigger's key: workflows, which stand between them, know nothing of traces.
import { createHash } from "node:crypto";
import type { SpanContext } from "@opentelemetry/api";

export type Origins = {
  remember(network: string, key: string, span: SpanContext): void;
  /** Undefined for what came in by another process, or long ago. */
  of(network: string, key: string): SpanContext | undefined;
};

/** Triggers that are remembered. */
const MOST = 5_000;

/** Nothing remembered yet. */
export function createOrigins(): Origins {
  const known = new Map<string, SpanContext>();
  return {
    remember: (network, key, span) => {
      const name = nameOf(network, key);
      known.delete(name);
      known.set(name, span);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    },
    of: (network, key) => known.get(nameOf(network, key)),
  };
}

/**
 * What spans of one trigger have in common, whichever process made them: it stands in each as `fremdrift.trigger`. Keys are
 * chosen by whoever asks, so they are not told as they are.
 */
export const markOf = (network: string, key: string): string =>
  createHash("sha256").update(nameOf(network, key)).digest("hex").slice(0, 16);

const nameOf = (network: string, key: string) => `${network}\n${key}`;
