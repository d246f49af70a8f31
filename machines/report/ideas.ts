// Every idea of a network: where it came to, round by round, and why.
import type { Fact, Idea, Report } from "../../programmes/export/report/types.ts";
import type { IdeaView } from "../ideas/types.ts";
import type { LedgerRow } from "../ledger.ts";
import { sentence, type Setting } from "./given.ts";

/** Ideas with those that came furthest first; undefined where the programme has none. */
export function ideasOf(setting: Setting): Report["ideas"] {
  const { view, programme } = setting;
  if ((programme.rights["addIdea"] ?? []).length === 0) return undefined;
  const ideas = Object.entries(view.ideas).map(([id, idea]) => ideaOf(setting, id, idea));
  return ideas.toSorted((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate));
}

const FATES: Idea["fate"][] = ["approved", "underway", "discarded", "captured"];

/** What the last test of an idea showed, or why it was abandoned; undefined where nothing is noted. */
export function resultOf(setting: Setting, id: string): string | undefined {
  const last = rowsAbout(setting, id).findLast(({ kind }) => RESULTS.includes(kind));
  return last && resultIn(setting, last);
}

/** What was decided of each idea last, in sentences. */
export function decidedIn(setting: Setting): string[] {
  const { view, words, idea, day } = setting;
  return Object.entries(view.ideas).flatMap(([id, { state, round, reason, follow }]) => {
    const why = reason === undefined ? "" : ` ${sentence(words.because(reason))}`;
    if (state === "approved" && follow) {
      const next = words.spreads[follow.next] ?? follow.next;
      return [sentence(words.approvedIdea(idea(id), next, follow.to, day(follow.due))) + why];
    }
    if (state === "discarded") return [sentence(words.discardedIdea(idea(id))) + why];
    const adjusted = rowsAbout(setting, id).some(({ kind }) => kind === "idea.adjusted");
    return adjusted && state === "testing" ? [sentence(words.adjustedIdea(idea(id), round)) + why] : [];
  });
}

function ideaOf(setting: Setting, id: string, view: IdeaView): Idea {
  const { words, textsOf, who, names = false } = setting;
  const rows = rowsAbout(setting, id);
  const captured = rows.find(({ kind }) => kind === "idea.captured");
  const { text } = textsOf(view.key);
  const rationale = rows.findLast(({ kind }) => kind === "idea.shortlisted")?.reason;
  const named = (ids: string[]) => ids.map((one) => `»${setting.idea(one)}«`).join(", ");
  const facts = [
    fact(words.sources, view.sources && named(view.sources)),
    fact(words.into, view.into !== undefined && named([view.into])),
    fact(words.rationale, rationale),
    fact(words.next, nextOf(setting, view)),
  ];
  return {
    title: setting.idea(id),
    ...(typeof text === "string" && { text }),
    ...(names && captured && { by: who(captured.by, captured.role) }),
    fate: fateOf(view),
    state: words.ideaStates[view.state] ?? view.state,
    facts: facts.flat(),
    rounds: roundsOf(setting, rows),
  };
}

function fateOf({ state }: IdeaView): Idea["fate"] {
  if (state === "approved" || state === "discarded") return state;
  return ["captured", "merged", "split"].includes(state) ? "captured" : "underway";
}

function nextOf({ words, day }: Setting, { follow }: IdeaView): string | undefined {
  if (!follow) return undefined;
  const state = follow.done ? words.done : words.open;
  return words.nextText(words.spreads[follow.next] ?? follow.next, follow.to, day(follow.due), state);
}

const RESULTS: LedgerRow["kind"][] = ["idea.resultRecorded", "idea.testAbandoned"];
const DECISIONS: LedgerRow["kind"][] = ["idea.approved", "idea.adjusted", "idea.discarded"];

/** From the start of each test to the next one's; the decision that asks for another round belongs to the one before. */
function roundsOf(setting: Setting, rows: LedgerRow[]): Idea["rounds"] {
  const starts = rows.filter(({ kind }) => kind === "idea.testStarted");
  return starts.map((start, index) => {
    const until = starts[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
    return roundOf(
      setting,
      rows.filter(({ seq }) => seq >= start.seq && seq < until),
    );
  });
}

function roundOf(setting: Setting, rows: LedgerRow[]): Idea["rounds"][number] {
  const { words, contributed, textsOf, names = false } = setting;
  const [start] = rows as [LedgerRow];
  const planned = contributed("test.planned").filter(({ item, at }) => item === start.subject && at <= start.at);
  const about = Object.assign({}, ...planned.map(({ data }) => data), textsOf(start.key)) as Record<string, unknown>;
  const result = rows.findLast(({ kind }) => RESULTS.includes(kind));
  const decision = rows.findLast(({ kind }) => DECISIONS.includes(kind));
  const facts = [
    fact(words.unit, about["unit"]),
    fact(words.what, about["what"]),
    fact(words.how, about["how"]),
    ...(names ? [fact(words.leads, about["leads"])] : []),
    fact(words.result, result && resultIn(setting, result)),
  ];
  const round = Number(start.data?.["round"] ?? 1);
  return { title: words.round(round), facts: facts.flat(), ...(decision && outcomeOf(setting, decision)) };
}

function outcomeOf({ words, who, day }: Setting, { kind, by, role, at, reason }: LedgerRow) {
  const outcome = words.ideaStates[kind.slice("idea.".length)] ?? words.outcomes["adjust"]!;
  return {
    outcome: words.roundOutcome(outcome, who(by, role), day(at)),
    ...(reason !== undefined && { reason }),
  };
}

function resultIn({ textsOf, words }: Setting, { kind, key, reason }: LedgerRow): string | undefined {
  if (kind === "idea.testAbandoned") return words.abandoned(reason ?? "");
  const { result } = textsOf(key);
  return typeof result === "string" ? result : undefined;
}

const rowsAbout = ({ rows }: Setting, id: string): LedgerRow[] =>
  rows.filter(({ subject }) => subject === `idea:${id}`);

const fact = (label: string, text: unknown): Fact[] =>
  typeof text === "string" && text !== "" ? [{ label, text }] : [];
