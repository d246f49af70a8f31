// What came of a plan, beside which exports can show what was planned.
import type { Hours, IsoDate } from "../types.ts";
import type { Row } from "./rows.ts";

/** Local dates, `to` inclusive. Items by id, sessions as `item.session`. `window`: not dated to the day, but another window than planned. */
export type Executed = {
  phases: Record<string, { opened?: IsoDate; closed?: IsoDate; state?: string }>;
  items: Record<string, Done>;
};
export type Done = { state: string; from?: IsoDate; to?: IsoDate; window?: true; place?: string } & Hours;

/** What came of a row; undefined where nothing has yet. */
export function effective({ id, kind }: Row, { phases, items }: Executed): Partial<Done> | undefined {
  if (kind !== "phase") return items[id];
  const phase = phases[id];
  if (!phase) return undefined;
  const { opened, closed, state } = phase;
  return {
    ...(opened !== undefined && { from: opened }),
    ...(closed !== undefined && { to: closed }),
    ...(state !== undefined && { state }),
  };
}
