// Statements that come again are parsed and planned once: under a name, which the server keeps.
import { createHash } from "node:crypto";

/** Statements that are kept; those that come after are parsed each time. */
const MOST = 400;

export type Statement = { text: string; values: unknown[]; name?: string };

/** Names statements from the second time that they come; one connection's own. */
export function prepared(): (text: string, values: readonly unknown[]) => Statement {
  const names = new Map<string, string | undefined>();
  return (text, values) => {
    const isKnown = names.has(text);
    const name = names.get(text) ?? (isKnown ? nameOf(text) : undefined);
    if (isKnown || names.size < MOST) names.set(text, name);
    return { text, values: [...values], ...(name !== undefined && { name }) };
  };
}

const nameOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
