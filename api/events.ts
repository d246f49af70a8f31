// What happens in a network, as it happens: server-sent events for pages that are open.
import { streamSSE } from "hono/streaming";
import { seqsOf } from "../store/networks.ts";
import { lastRows } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { lastTold, UNTOLD } from "./now.ts";
import type { Parts } from "./parts.ts";
import { ApiProblem } from "./problem.ts";
import { languageOf } from "./words.ts";

/**
 * Milliseconds between two looks, between two signs of life, and until a page has to ask anew, with its right; streams that one
 * reader, and all together, may have open at one process.
 */
export const EVENTS = { look: 700, alive: 20_000, whole: 10 * 60_000, ofOne: 30, ofAll: 10_000 };

type Listener = (seq: number) => void;

/** Tells listeners of a network how far its ledger goes, whichever process wrote it. One look at the store serves all. */
function createWatch({ store, log, seen }: Pick<Parts, "store" | "log" | "seen">) {
  const watched = new Map<string, { seq: number; listeners: Set<Listener> }>();
  let looking: NodeJS.Timeout | undefined;

  const look = async () => {
    const seqs = await seqsOf(store, [...watched.keys()]).catch((error: unknown) => {
      log(`What happens could not be read: ${String(error)}`);
      return new Map<string, number>();
    });
    for (const [network, seq] of seqs) {
      const one = watched.get(network);
      if (!one || one.seq === seq) continue;
      one.seq = seq;
      for (const listener of one.listeners) listener(seq);
    }
    looking = watched.size > 0 ? setTimeout(() => void look(), EVENTS.look).unref() : undefined;
  };

  return (network: string, seq: number, listener: Listener): (() => void) => {
    const one = watched.get(network) ?? { seq, listeners: new Set() };
    watched.set(network, one);
    one.listeners.add(listener);
    seen?.listening(1);
    looking ??= setTimeout(() => void look(), EVENTS.look).unref();
    return () => {
      // Whoever left may leave again.
      if (one.listeners.delete(listener)) seen?.listening(-1);
      if (one.listeners.size === 0) watched.delete(network);
    };
  };
}

/** Counts open streams: comes back with what counts one less again. Throws where a reader, or the process, has enough. */
function createSeats(): (reader: string) => () => void {
  const taken = new Map<string, number>();
  let all = 0;
  const count = (reader: string, change: number) => {
    const left = (taken.get(reader) ?? 0) + change;
    all += change;
    if (left > 0) taken.set(reader, left);
    else taken.delete(reader);
  };
  return (reader) => {
    if ((taken.get(reader) ?? 0) >= EVENTS.ofOne) throw new ApiProblem("too-many-open", String(EVENTS.ofOne));
    if (all >= EVENTS.ofAll) throw new ApiProblem("busy");
    count(reader, 1);
    let isTaken = true;
    return () => {
      if (isTaken) count(reader, -1);
      isTaken = false;
    };
  };
}

/**
 * Registers `GET /api/networks/{id}/events`: `happened` with `{ seq, words }` for each time that something did, told in
 * the reader's language. A reader that was away says with Last-Event-ID how far it had come.
 */
export function addEventRoutes({ app, parts, admit, books }: Routes): void {
  const watch = createWatch(parts);
  const sit = createSeats();
  app.get("/api/networks/:id/events", async (c) => {
    const id = c.req.param("id");
    const { network, principal } = await admit(c, id);
    const stand = sit(principal.id);
    const language = languageOf(c.req.header("accept-language"));
    const began = Number(c.req.header("last-event-id") ?? c.req.query("after") ?? network!.seq) || 0;
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      let [told, known, rouse] = [began, network!.seq, () => {}];
      const unwatch = watch(id, known, (seq) => ((known = seq), rouse()));
      const leave = () => (unwatch(), stand());
      stream.onAbort(() => (leave(), rouse()));
      const until = Date.now() + EVENTS.whole;
      while (!stream.aborted && Date.now() < until) {
        if (known > told) {
          const [[opened], rows] = await Promise.all([
            books({ ids: [id] }),
            lastRows(parts.store, id, { limit: 1, without: UNTOLD }),
          ]);
          const last = opened && rows[0] && lastTold(opened, rows[0], language);
          told = known;
          const words = last ? [last.by, last.text].filter(Boolean).join(": ") : "";
          await stream.writeSSE({ event: "happened", id: String(told), data: JSON.stringify({ seq: told, words }) });
        }
        const asleep = new Promise<void>((resolve) => {
          rouse = resolve;
          setTimeout(resolve, EVENTS.alive).unref();
        });
        if (known <= told) await asleep;
        if (known <= told && !stream.aborted) await stream.write(": \n\n");
      }
      leave();
    });
  });
}
