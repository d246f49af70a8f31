// What people brought to a phase: agreements, discoveries, themes, ideas, tests. A phase has what its own criteria count.
import type { Phase, Programme } from "../../programmes/types.ts";
import { ballotsOf } from "../ideas/ballots.ts";
import { chosenThemes } from "../ideas/themes.ts";
import type { Kind } from "../ledger.ts";
import { wordOf } from "../narrate-words.ts";
import { partsOf } from "../view.ts";
import { capital, sentence, type Setting } from "./given.ts";

/** Lines of a phase; of a programme without phases those of the whole. */
export function workLines(setting: Setting, phase?: Phase): string[] {
  const own = phase ? factsOf(setting.programme, phase) : Object.keys(LINES);
  const conditions = setting.contributed("condition.met").flatMap(({ data, at }) => {
    const id = String(data["condition"]);
    const found = setting.programme.conditions.find((one) => one.id === id);
    const isOwn = phase?.opens.some(({ fact }) => fact === `condition:${id}`);
    return found && isOwn ? [sentence(setting.words.condition(setting.say(found.title), setting.day(at)))] : [];
  });
  const lines = own.flatMap((fact) => LINES[fact]?.(setting) ?? []);
  return [...conditions, ...lines.map((line) => sentence(capital(line))), ...tracksIn(setting, phase)];
}

/** Facts that one's own closing counts; what several count belongs to the first. */
function factsOf({ phases }: Programme, phase: Phase): string[] {
  const firstOf = (fact: string) => phases.find(({ closes }) => closes.some((one) => one.fact === fact));
  return Object.keys(LINES).filter((fact) => firstOf(fact)?.id === phase.id);
}

/** So many discoveries are quoted, and ideas named of an order. */
const MOST_QUOTES = 6;

const LINES: Record<string, (setting: Setting) => string[]> = {
  agreements: ({ contributed, words, role }) => {
    const roles = new Set(contributed("agreement.made").map(({ data }) => role(String(data["with"]))));
    return roles.size === 0 ? [] : [words.agreements([...roles].join(", "))];
  },
  characteristics: ({ contributed, words, language }) => {
    const said = new Set(contributed("theme.described").map(({ data }) => data["characteristic"]));
    const lines = contributed("theme.described").map(
      ({ data }) => `${wordOf(String(data["characteristic"]), language)}: ${String(data["text"])}`,
    );
    return said.size === 0 ? [] : [words.characteristics(said.size), ...lines];
  },
  coreMembers: ({ contributed, words, people }) => {
    const answers = new Map(contributed("membership.answered").map(({ person, data }) => [person, data["answer"]]));
    const core = people.filter(({ id, roles }) => roles.includes("coreMember") && answers.get(id) === "accepted");
    return core.length === 0 ? [] : [words.core(core.length)];
  },
  focusQuestions: ({ contributed, words }) =>
    contributed("focusQuestion.agreed").map(({ data }) => words.question(`»${String(data["question"])}«`)),
  perspectives: ({ contributed, words, language }) => {
    const found = contributed("discovery.added");
    const counts = new Map<string, number>();
    for (const { data } of found) {
      const word = wordOf(String(data["perspective"]), language);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const list = [...counts].map(([word, count]) => (count === 1 ? word : `${word} × ${count}`)).join(", ");
    const quotes = found
      .slice(0, MOST_QUOTES)
      .map(({ data }) => `»${String(data["text"])}« (${wordOf(String(data["perspective"]), language)})`);
    return found.length === 0 ? [] : [words.discoveries(found.length, list), ...quotes];
  },
  themes: ({ contributions, words }) => {
    const chosen = chosenThemes(contributions).map(({ title }) => `»${title}«`);
    return chosen.length === 0 ? [] : [words.themes(chosen.join(", "))];
  },
  ideas: ({ view, words }) => {
    const ideas = Object.keys(view.ideas).length;
    return ideas === 0 ? [] : [words.ideasCaptured(ideas)];
  },
  shortlisted: (setting) => {
    const { rowsOf, words, idea } = setting;
    const listed = [...new Set(rowsOf("idea.shortlisted").map(({ subject }) => partsOf(subject)[1]))];
    const titles = listed.map((id) => `»${idea(id)}«`).join(", ");
    return [...ballotLines(setting), ...(listed.length === 0 ? [] : [words.shortlisted(listed.length, titles)])];
  },
  tested: ({ words, rowsOf }) => {
    const tests = rowsOf("idea.testStarted");
    const [ideas, results] = [new Set(tests.map(({ subject }) => subject)).size, rowsOf("idea.resultRecorded").length];
    return ideas === 0 ? [] : [words.tests(ideas, tests.length, results)];
  },
  undecided: ({ words, rowsOf }) => {
    const count = (kind: Kind) => rowsOf(kind).length;
    const [approved, adjusted, discarded] = [count("idea.approved"), count("idea.adjusted"), count("idea.discarded")];
    return approved + adjusted + discarded === 0 ? [] : [words.decidedIdeas(approved, adjusted, discarded)];
  },
};

/** The order that each vote came to, and why people put another beside it. */
function ballotLines(setting: Setting): string[] {
  const { words, idea } = setting;
  return ballotsOf(setting)
    .filter(({ state, outcome }) => state === "closed" && outcome)
    .flatMap(({ turnout, outcome, overruled }) => {
      const order = (ids: string[]) => ids.map((id) => `»${idea(id)}«`).join(", ");
      const computed = order(outcome!.order.slice(0, MOST_QUOTES).map((one) => one.idea));
      return [
        words.ballot(turnout.cast, computed),
        ...(overruled ? [words.overruled(order(overruled.order.slice(0, MOST_QUOTES)), overruled.reason)] : []),
      ];
    });
}

/** How far each organisation came, and that one began although something was missing. */
function tracksIn({ programme, view, words, say, rowsOf }: Setting, phase?: Phase): string[] {
  const own = programme.tracks.filter(({ phases }) => phase === undefined || phases[0] === phase.id);
  const stepsIn = (track: string) => {
    const steps = own.find(({ id }) => id === track)?.steps.length ?? 0;
    const all = Object.values(view.tracks).filter((one) => one.track === track);
    const list = all.map(({ organisation, done }) => words.steps(organisation, done.length, steps)).join(", ");
    return list === "" ? [] : [list];
  };
  return own.flatMap(({ id, title }) => [
    ...stepsIn(id).map((list) => sentence(words.trackLine(say(title), list))),
    ...rowsOf("track.started")
      .filter(({ data }) => data?.["track"] === id && Array.isArray(data["unmet"]))
      .map(({ data, reason }) => sentence(words.trackBegan(String(data?.["organisation"]), reason ?? ""))),
  ]);
}
