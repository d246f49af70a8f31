// How a network's machines stand, as everybody outside sees it: instants as RFC 3339, people by e-mail, things by what they are called.
import { chartOf } from "../machines/chart.ts";
import { ROOT } from "../machines/engine/types.ts";
import { entryJson } from "../machines/entry-json.ts";
import { chartOfMachine } from "../machines/inspect/charts.ts";
import type { Move } from "../machines/inspect/retold.ts";
import { actorsIn, changedActors, changedTimers, timersIn, type ActorStands } from "../machines/inspect/stands.ts";
import { actorsToldIn, timersToldIn } from "../machines/inspect/told-only.ts";
import type { Effects } from "../machines/inspect/what-if.ts";
import type { Book, Entry, LedgerRow } from "../machines/ledger.ts";
import { messageTitle, narrate, titleOf, type Narration } from "../machines/narrate.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Engine, Stood } from "./inspected.ts";
import type { InspectionJson, MoveJson, WhatIfJson } from "./inspection-shapes.ts";
import { namesIn } from "./named.ts";
import { consequencesJson } from "./previews.ts";
import type { Language } from "./words.ts";

/** Timers of which it is tried what they would do, and entries that are told. */
const MOST_TIMERS = 150;
const MOST_EVENTS = 20;

/** All of it, but for what only the workflow's server knows. */
export function inspectionJson(stood: Stood, language: Language): Omit<InspectionJson, "run"> {
  const { book, rows, place, engine } = stood;
  const { network, view } = book;
  const names = namesIn(book, language);
  const { zone } = book.plan.programme;
  const machine = engine?.machine ?? view.machine;
  return {
    id: network.id,
    title: network.title,
    ...(machine !== undefined && { machine }),
    source: engine ? "engine" : "ledger",
    at: rfc3339(engine?.network.state.now ?? view.now, zone),
    seq: place.seq,
    latest: rows.length,
    n: engine?.network.n ?? book.n,
    actors: actorsOf(stood).map((one) => ({ ...one, title: actorTitle(one.id, book, names) })),
    timers: timersJson(stood, names),
    events: eventsJson(stood, names),
    chart: chartOf(book),
    charts: engine ? chartsOf(engine) : {},
  };
}

const actorsOf = ({ book, engine }: Stood): ActorStands[] =>
  engine ? actorsIn(engine.ground.machines, engine.network.state) : actorsToldIn(book.view);

const actorTitle = (id: string, { network }: Book, names: Narration): string =>
  id === ROOT ? network.title : titleOf(id, names.titles) || id;

function chartsOf({ ground: { machines }, network }: Engine): InspectionJson["charts"] {
  const srcs = new Set(Object.values(network.state.actors).map(({ src }) => src));
  const others = [...srcs].filter((src) => src !== ROOT && machines[src]);
  return Object.fromEntries(others.map((src) => [src, chartOfMachine(machines[src]!)]));
}

function timersJson({ book, engine }: Stood, names: Narration): InspectionJson["timers"] {
  const { zone } = book.plan.programme;
  const titled = (actor: string) => ({ actor, title: actorTitle(actor, book, names) });
  if (!engine)
    return timersToldIn(book.view).map(({ actor, id, at }) => ({
      ...titled(actor),
      id,
      at: rfc3339(at, zone),
      does: [messageTitle(actor, id, names)],
    }));
  return timersIn(engine.ground.machines, engine.network, MOST_TIMERS).map(({ actor, id, at, does }) => ({
    ...titled(actor),
    id,
    ...(at !== undefined && { at: rfc3339(at, zone) }),
    does: does.map((entry) => textOf(entry, book, names)),
  }));
}

/** An entry in words, without when. */
function textOf(entry: Omit<Entry, "n"> | LedgerRow, book: Book, names: Narration): string {
  return narrate(entryJson(entry, told(book)), names).replace(/^.*? {2,}/, "");
}

const told = ({ plan, people }: Book) => ({
  zone: plan.programme.zone,
  emailOf: (id: string) => people.find((one) => one.id === id)?.email,
});

function eventsJson({ book, rows, place, moves }: Stood, names: Narration): InspectionJson["events"] {
  const asked = askedIn(moves);
  return rows
    .slice(Math.max(0, place.seq - MOST_EVENTS), place.seq)
    .toReversed()
    .map(({ person: _, deliveries: __, ...row }) => {
      const { at, kind, subject, by, role } = entryJson(row, told(book));
      const trigger = row.n === undefined ? undefined : asked(row.n);
      return {
        seq: row.seq,
        at,
        kind,
        subject,
        ...(by !== undefined && { by }),
        ...(role !== undefined && { role }),
        ...(trigger !== undefined && { trigger }),
        text: textOf(row, book, names),
      };
    });
}

/** The trigger by which the machine wrote an entry, by that entry's number. */
function askedIn(moves: readonly Move[]): (n: number) => string | undefined {
  const asked = new Map<number, string>();
  for (const [index, { mover, network }] of moves.entries()) {
    if (mover.type !== "trigger") continue;
    for (let n = (moves[index - 1]?.network.n ?? 0) + 1; n <= network.n; n++) asked.set(n, mover.trigger);
  }
  return (n) => asked.get(n);
}

/** What would happen, beside how it stands. */
export function whatIfJson(before: Stood & { engine: Engine }, effects: Effects, language: Language): WhatIfJson {
  const { book, engine } = before;
  const { after, rows, consequences } = effects;
  const { machines } = engine.ground;
  const names = namesIn(after.book, language);
  const { zone } = book.plan.programme;
  const entries = rows.map((row) => entryJson(row, told(after.book)));
  const stands = ({ status, states }: ActorStands) => ({ status, states });
  const { armed, cancelled } = changedTimers(engine.network.state, after.network.state);
  const timer = (one: { actor: string; id: string; at: number }) => ({
    actor: one.actor,
    title: actorTitle(one.actor, after.book, names),
    id: one.id,
    at: rfc3339(one.at, zone),
  });
  return {
    ...consequencesJson(consequences, entries, { zone, narration: names }),
    at: rfc3339(after.network.state.now, zone),
    actors: changedActors(actorsIn(machines, engine.network.state), actorsIn(machines, after.network.state)).map(
      (one) => ({
        id: one.id,
        title: actorTitle(one.id, after.book, names),
        ...(one.before && { before: stands(one.before) }),
        ...(one.after && { after: stands(one.after) }),
      }),
    ),
    armed: armed.map(timer),
    cancelled: cancelled.map(timer),
  };
}

/** Moves from one on, with the actors that each changed. */
export function movesJson(moves: readonly Move[], from: number, book: Book): MoveJson[] {
  const { emailOf, zone } = told(book);
  return moves.slice(from).map(({ mover, network }, index) => {
    const before = moves[from + index - 1]?.network.state.actors ?? {};
    const { actors } = network.state;
    const by = "by" in mover ? { by: emailOf(mover.by) ?? mover.by } : {};
    const changed = Object.entries(actors).filter(([id, { snap }]) => from + index === 0 || before[id]?.snap !== snap);
    return {
      move: from + index,
      n: network.n,
      at: rfc3339(network.state.now, zone),
      event: { ...mover, ...by },
      actors: changed.map(([id, { src, parent, snap }]) => {
        const { status, value, context } = snap as { status: string; value?: unknown; context?: unknown };
        return { id, src, ...(parent !== undefined && { parent }), status, value, context };
      }),
      gone: Object.keys(before).filter((id) => !(id in actors)),
    };
  });
}
