// What is offered to somebody as a button is never refused: pressed in the middle of random scripts, with forms filled in.
import { expect, test } from "vitest";
import { actedAs, actingAs, askerIn } from "../../machines/acting.ts";
import type { Json } from "../../machines/engine/types.ts";
import type { Book } from "../../machines/ledger.ts";
import type { Cue, Simulated } from "../../machines/simulate.ts";
import { shape } from "../../machines/trigger-shapes.ts";
import type { TriggerName } from "../../machines/trigger-types.ts";
import type { WaitingAction } from "../../machines/waiting/types.ts";
import { waitingFor } from "../../machines/waiting/waiting.ts";
import { addDays, localDate } from "../../programmes/calendar.ts";
import { rfc3339 } from "../../programmes/instant.ts";
import type { Person } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";
import { play, writingOf } from "./random-play.ts";
import { search, told } from "./random-search.ts";

const RUNS = Number(process.env["FREMDRIFT_RUNS"] ?? 100);
const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20_270_302);
const WHY = "Fordi";

const seen = new Map<string, number>();

test(
  `${RUNS} random scripts, cut somewhere: every button that somebody has is taken`,
  { timeout: RUNS * 1_000 },
  () => {
    const { found, seen: played } = search(RUNS, SEED, undefined, pressedEverywhere);
    expect(found && told(found, SEED, played)).toBeUndefined();
    // Buttons that nobody ever had would prove nothing.
    const pressed = [...seen.keys()].map((one) => one.split(" ")[0]!);
    for (const trigger of ["answer", "deliver", "completeItem", "openPhase", "closePhase", "pinItem", "decide"])
      expect(pressed).toContain(trigger);
  },
);

/** Presses everything that anybody has at the instant of each of some cues; throws what is not taken. */
function pressedEverywhere(given: Given, cues: Cue[], probes: number[]): Simulated {
  for (const index of probes) pressedAt(given, play(given, cues, cues[index]!.at));
  return play(given, cues, cues.at(-1)?.at ?? given.begins);
}

function pressedAt(given: Given, run: Simulated): void {
  for (const person of run.book.people)
    for (const { id, actions } of waitingFor(run.book, person, run.network.state.now).waiting)
      for (const action of actions) {
        const key = `${action.trigger} ${action.needs ?? ""}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        const wrong = refusedAs(given, run, person, action);
        if (wrong !== undefined) throw new Error(`${person.email} ${id} ${JSON.stringify(action)}: ${wrong}`);
      }
}

/** Why the button is not taken; undefined where it is. */
function refusedAs(given: Given, run: Simulated, person: Person, action: WaitingAction): string | undefined {
  const { programme } = given.plan;
  const now = run.network.state.now;
  const filled = action.needs ? { ...action.data, ...filledIn(run.book, action, now) } : action.data;
  const type = action.trigger as TriggerName;
  const shaped = shape(type, filled, programme.zone);
  if (!shaped.ok) return JSON.stringify(shaped.problems);
  const acting = actingAs(programme, askerIn(person, run.book, now), type, shaped.data);
  if (!acting.ok) return acting.why.en;
  if (acting.role !== action.role) return `in the role ${acting.role}`;
  const cue: Cue = { key: "pressed", at: now, by: person.id, role: acting.role, type, data: shaped.data };
  return writingOf(given, run, actedAs(cue, acting)) ? undefined : "refused";
}

/** What somebody would write in the form of an action. */
function filledIn(book: Book, { trigger, data }: WaitingAction, now: number): { [field: string]: Json } {
  const { programme } = book.plan;
  const soon = addDays(localDate(now, programme.zone), 10);
  const item = programme.items.find(({ id }) => id === data["item"]);
  const forms: Record<string, () => { [field: string]: Json }> = {
    decide: () => decided(book, data, soon),
    deliver: () => (item?.asks ? { answers: item.asks.map(() => "Et svar") } : { text: "Her er det" }),
    answerPoll: () => ({ answers: {} }),
    closePoll: () => {
      const date = book.view.polls![String(data["item"])]!.dates.find((one) => one > now)!;
      return { choose: rfc3339(date, programme.zone) };
    },
    pinItem: () => ({ start: `${soon}T09:00` }),
    startPoll: () => ({ dates: [`${soon}T09:00`, `${soon}T13:00`] }),
    setAgenda: () => ({ points: [{ title: "Velkomst" }] }),
    recordMinutes: () => ({ text: "Vi talte sammen" }),
    recordMeasure: () => ({
      organisation: data["organisation"] ?? measuredIn(book) ?? "Nordby",
      values: Object.fromEntries((item?.against ?? []).map((number) => [String(number), 3])),
    }),
    propose: () => {
      const isChoice = item?.decision?.kind === "select";
      return isChoice ? { options: ["A", "B", "C", "D", "E", "F"] } : { text: "Sådan her" };
    },
    castBallot: () => ({ abstain: true }),
    planTest: () => ({ what: "Frokosten" }),
    checkInTest: () => ({ what: "visit", text: "Det går" }),
    recordResult: () => ({ result: "Det gik" }),
    abandonTest: () => ({ reason: WHY }),
    openPhase: () => ({ note: WHY }),
    closePhase: () => ({ note: WHY }),
  };
  return forms[trigger]!();
}

const measuredIn = ({ contributions }: Book): Json | undefined =>
  contributions.find(({ kind }) => kind === "measure.recorded")?.data["organisation"];

function decided(book: Book, { item, outcome }: WaitingAction["data"], soon: string): { [field: string]: Json } {
  if (outcome === "select") {
    const { decision } = book.plan.programme.items.find(({ id }) => id === item)!;
    return { choices: book.view.items[String(item)]!.decision!.options!.slice(0, decision!.choose) };
  }
  return item === undefined && outcome === "approve" ? { next: "scale", to: "Driften", due: soon } : { reason: WHY };
}
