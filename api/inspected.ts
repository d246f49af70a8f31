// A network as it stands or stood, for whoever inspects it: its machines from its workflow, its book from the ledger.
import type { Client } from "@temporalio/client";
import { moveAt, retold, type Move } from "../machines/inspect/retold.ts";
import type { Book } from "../machines/ledger.ts";
import type { Ground, Network } from "../machines/network/network.ts";
import { VERSIONS } from "../machines/network/versions.ts";
import { fold, initialView } from "../machines/view.ts";
import { readEnd } from "../programmes/instant.ts";
import type { Instant } from "../programmes/types.ts";
import type { ReadRow } from "../store/ledger.ts";
import { openTexts } from "../store/sealed.ts";
import { INSPECTION, workflowIdOf, type Inspected } from "../workflows/messages.ts";
import { runsOf, type Run } from "./histories.ts";
import type { Parts } from "./parts.ts";
import { badInput } from "./problem.ts";
import { Ended, query, Unanswered } from "./update.ts";
import type { Language } from "./words.ts";

/** Milliseconds that Temporal has to say how a network stands, or stood: the ledger tells the most of it anyway. */
export const WITHIN = 5_000;

/** `now`: nothing has happened after it. */
export type Place = { seq: number; n: number; now: boolean };

export type Engine = { machine: string; runs?: number; ground: Ground; network: Network };

/** `engine` absent: it does not answer, or keeps that time no longer. `moves`: what is kept, each with what moved it. */
export type Stood = { book: Book; rows: ReadRow[]; place: Place; engine?: Engine; moves: Move[] };

/** The place that is asked for: the number of an entry, or an instant, up to which all is in. Throws `bad-input`. */
export function placeOf(at: string | undefined, rows: readonly ReadRow[], zone: string, language: Language): Place {
  const latest = rows.length;
  const seq = at === undefined ? latest : /^\d{1,9}$/.test(at) ? Number(at) : upTo(readEnd(at, zone), rows);
  if (seq === undefined || seq > latest || (at !== undefined && seq < 1))
    throw badInput([{ path: "at", message: WHERE[language](latest, at ?? "") }]);
  const n = rows[seq - 1] ? Math.max(0, ...rows.slice(0, seq).map((row) => row.n ?? 0)) : 0;
  return { seq, n, now: seq === latest };
}

const WHERE: Record<Language, (latest: number, at: string) => string> = {
  da: (latest, at) => `«${at}» er hverken en post fra 1 til ${latest} eller et tidspunkt i netværkets tid.`,
  en: (latest, at) => `«${at}» is neither an entry from 1 to ${latest} nor an instant of the network's time.`,
};

function upTo(instant: Instant | undefined, rows: readonly ReadRow[]): number | undefined {
  return instant === undefined ? undefined : rows.findLastIndex(({ at }) => at <= instant) + 1;
}

/** The book as it was when a row had been written: people are those of now. */
export function bookAt(book: Book, rows: readonly ReadRow[], { seq, n, now }: Place): Book {
  if (now) return book;
  const until = rows[seq - 1]!.at;
  const view = fold(initialView(book.plan, rows[0]!.at), rows.slice(0, seq));
  return { ...book, seq, n, view, contributions: book.contributions.filter(({ at }) => at <= until) };
}

/** A network at a place. `rows`: its whole ledger. */
export async function stoodAt(
  { store, temporal, log }: Pick<Parts, "store" | "temporal" | "log">,
  { book, rows, place }: Pick<Stood, "book" | "rows" | "place">,
): Promise<Stood> {
  const { id } = book.network;
  const [present, moved] = await Promise.all([
    place.now ? askedNow(temporal, id) : undefined,
    movesOf(temporal, id, place.now ? undefined : place.n).catch((error: unknown) => {
      log(`The history of ${id} could not be read: ${String(error)}`);
      return undefined;
    }),
  ]);
  const then = { book: bookAt(book, rows, place), rows, place, moves: moved?.moves ?? [] };
  const readable = (network: Network) => openTexts(store, id, network);
  if (present) return { ...then, engine: { ...present, network: await readable(present.network) } };
  const move = moved && moveAt(moved.moves, place.now ? { at: Infinity } : { n: place.n });
  if (!moved || !move) return then;
  const network = await readable(move.network);
  return { ...then, engine: { machine: moved.machine, ground: moved.groundOf(move), network } };
}

/** How it stands, asked of the workflow itself. Undefined where it does not answer, or runs what is not here. */
async function askedNow(client: Client, network: string): Promise<Engine | undefined> {
  try {
    const asked = { client, workflowId: workflowIdOf(network), name: INSPECTION, arg: undefined, answerWithin: WITHIN };
    const { machine, runs, state, plan } = await query<Inspected>(asked);
    const version = VERSIONS[machine];
    return version && { machine, runs, network: state, ground: { plan, machines: version.compile(plan) } };
  } catch (error) {
    if (error instanceof Unanswered || error instanceof Ended) return undefined;
    throw error;
  }
}

export type Moves = { machine: string; moves: Move[]; groundOf: (move: Move) => Ground };

/** What moved a network, from the run in which it wrote entry `n`; of its present run without it. Undefined where nothing is kept. */
export async function movesOf(client: Client, network: string, n: number | undefined): Promise<Moves | undefined> {
  const reaches = (began: Network | null) => n === undefined || (began?.n ?? 0) <= n;
  const runs = await client.withDeadline(Date.now() + WITHIN, () => runsOf(client, network, reaches));
  const grounds = new Map<Move, Ground>();
  const moves = runs.flatMap((run) => {
    const ground = groundOf(run);
    const lived = ground ? retold(ground, run) : [];
    for (const move of lived) grounds.set(move, ground!);
    return lived;
  });
  if (moves.length === 0) return undefined;
  return { machine: runs.at(-1)!.machine, moves, groundOf: (move) => grounds.get(move)! };
}

function groundOf({ machine, began: { plan } }: Run): Ground | undefined {
  const version = VERSIONS[machine];
  return version && { plan, machines: version.compile(plan) };
}
