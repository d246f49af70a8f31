// What lets a trigger through at the network itself: criteria by the facts that come with it, and bounds.
import type { Criterion, Programme } from "../../programmes/types.ts";
import { isMet, reopenCriteria, unmetOf } from "../criteria.ts";
import type { Scope } from "./actions.ts";
import { SKIPPED, type PhaseContext } from "./phase.ts";
import { SHOWN_ONLY } from "./shown.ts";
import { trackId } from "./track.ts";

type Event = Scope<unknown>["event"];

/** The guards of a network's machine by name, and which of some criteria an event goes on without. */
export function gatesOf(programme: Programme) {
  const phases = new Map(programme.phases.map((phase) => [phase.id, phase]));
  const { parameters, needs = {} } = programme;
  const met = (criteria: Criterion[], event: Event) => isMet(criteria, event, parameters);
  const passes = (criteria: Criterion[], event: Event) =>
    met(criteria, event) || (programme.gates === "advisory" && Boolean(event["note"]));
  const unmetIn = (criteria: Criterion[], event: Event): string[] =>
    event["assumeMet"] ? [] : unmetOf(criteria, event["facts"] ?? {}, parameters).map(({ criterion }) => criterion);
  const guards = {
    gate: ({ event }: Scope<unknown>, { phase, gate }: { phase: string; gate: "opens" | "closes" }) =>
      event["outcome"] !== SKIPPED && passes(phases.get(phase)![gate], event),
    mayReopen: ({ event }: Scope<unknown>, { phase }: { phase: string }) =>
      met(reopenCriteria(programme, phases.get(phase)!), event),
    mayClose: ({ event }: Scope<unknown>) => met(needs["closeNetwork"] ?? [], event),
    isNewItem: ({ context, event }: Scope<{ added: string[] }>) =>
      ![...programme.items.map(({ id }) => id), ...programme.phases.map(({ id }) => id), ...context.added].includes(
        event["id"],
      ),
    /** A rule there is, and where an item is named, one that has a machine. */
    isRule: ({ context, event }: Scope<{ added: string[] }>) =>
      programme.reminders.some(({ id }) => id === event["rule"]) &&
      (event["item"] === undefined ||
        [
          ...programme.items.filter(({ kind }) => !SHOWN_ONLY.includes(kind)).map(({ id }) => id),
          ...context.added,
        ].includes(event["item"])),
    isReplannable: ({ context, event }: Scope<PhaseContext>) => event["phase"] in context.phases,
    isSkipped: ({ event }: Scope<unknown>) => event["outcome"] === SKIPPED,
    /** One for each organisation, and no more than there may be. */
    mayStart: ({ context, event }: Scope<{ tracks: string[] }>, { track, most }: { track: string; most: number }) => {
      const same = context.tracks.filter((id) => id.startsWith(trackId(track, "")));
      const isNew = event["track"] === track && !same.includes(trackId(track, event["organisation"]));
      return isNew && same.length < most && passes(needs["startTrack"] ?? [], event);
    },
  };
  return { guards, unmetIn };
}
