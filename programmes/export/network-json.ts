// A running network as JSON: everything in its plan, what was planned beside what came of it.
import type { Interval, Item, Programme, Text } from "../types.ts";
import type { Done, Executed } from "./executed.ts";
import type { Layout } from "./rows.ts";

/** The network as JSON text. Dates are local dates of `zone`, `to` inclusive. */
export function networkJsonOf(network: { id: string; title: string }, layout: Layout, executed: Executed): string {
  const { programme, start, intervals } = layout;
  const { id, title, version, zone } = programme;
  const planned = (part: string): Interval => intervals[part] ?? { precision: "unknown" };
  const document = {
    ...network,
    start,
    zone,
    programme: { id, title, version },
    phases: programme.phases.map((phase) => ({
      id: phase.id,
      title: phase.title,
      planned: planned(phase.id),
      executed: executed.phases[phase.id] ?? null,
    })),
    items: programme.items.map((item) => ({
      ...described(item, programme),
      planned: planned(item.id),
      ...cameOf(item, executed),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function described({ id, kind, title, phases, audience, place }: Item, { roles }: Programme) {
  const named = audience.map((code) => ({ code, title: roles.find((role) => role.code === code)?.title }));
  return { id, kind, title, phases, audience: named, ...(place !== undefined && { place }) };
}

type Came = { executed: Done | null; sessions?: { id: string; title?: Text; executed: Done | null }[] };

function cameOf({ id, sessions }: Item, { items }: Executed): Came {
  const of = (key: string) => items[key] ?? null;
  if (!sessions) return { executed: of(id) };
  const each = sessions.map(({ id: session, title }) => ({
    id: session,
    ...(title && { title }),
    executed: of(`${id}.${session}`),
  }));
  return { executed: of(id), sessions: each };
}
