// Every decision of a network's plan, round by round, and the one for the network itself.
import type { Decision } from "../../programmes/export/report/types.ts";
import type { Instant, Item } from "../../programmes/types.ts";
import type { LedgerRow } from "../ledger.ts";
import { partsOf } from "../view.ts";
import { capital, sentence, type Setting } from "./given.ts";

const OUTCOMES: LedgerRow["kind"][] = ["decision.taken", "decision.rejected"];

/** In order of time; decisions of the plan that nobody has taken stand after those that were. Ideas' decisions stand with the ideas. */
export function decisionsOf(setting: Setting): Decision[] {
  const { programme, rowsOf, item, view, words, say, day } = setting;
  const taken = rowsOf(...OUTCOMES).flatMap((row) => {
    const found = item(row.subject.slice("item:".length));
    return found ? [{ at: row.at, ...takenIn(setting, row, say(found.title)) }] : [];
  });
  const open = programme.items.filter(({ id, decision }) => decision && !isSettled(setting, id));
  const ended = view.ended;
  const network = setting.rowsOf("network.ended").at(-1);
  return [
    ...[...taken, ...ofMinutes(setting)].toSorted((a, b) => a.at - b.at).map(({ at: _, ...one }) => one),
    ...(ended && network
      ? [
          {
            what: words.network,
            about: "",
            who: capital(setting.who(network.by, network.role)),
            outcome: words.outcomes[ended.outcome] ?? ended.outcome,
            votes: "",
            reason: ended.reason ?? "",
            day: day(ended.at),
          },
        ]
      : []),
    ...open.map((one) => openIn(setting, one)),
  ];
}

/** What the minutes of meetings say was decided. */
function ofMinutes({ rowsOf, textsOf, item, say, words, day }: Setting): (Decision & { at: Instant })[] {
  return rowsOf("minutes.recorded").flatMap(({ at, key, subject }) => {
    const found = item(partsOf(subject)[1]);
    const decisions = textsOf(key)["decisions"];
    if (!found || !Array.isArray(decisions)) return [];
    const same = {
      about: "",
      who: say(found.title),
      outcome: words.meetingDecision,
      votes: "",
      reason: "",
      day: day(at),
    };
    return decisions.map((what) => ({ at, what: String(what), ...same }));
  });
}

function isSettled({ view }: Setting, id: string): boolean {
  return ["decided", "cancelled"].includes(view.items[id]?.state ?? "");
}

function takenIn(setting: Setting, row: LedgerRow, what: string): Decision {
  const { words, day } = setting;
  const { votes } = (row.data ?? {}) as { votes?: Record<string, number> };
  const counted = Object.entries(votes ?? {}).map(([vote, times]) => `${words.outcomes[vote] ?? vote}: ${times}`);
  return {
    what,
    who: capital(setting.who(row.by, row.role)),
    about: proposalIn(setting, row),
    outcome: outcomeText(setting, row),
    // Agreement is recorded once, by one: that is no count of votes.
    votes: sum(Object.values(votes ?? {})) > 1 ? counted.join(", ") : "",
    reason: reasonsIn(setting, row),
    day: day(row.at),
  };
}

/** What a decision came to: what was chosen, or yes or no. */
export function outcomeText({ words }: Setting, { data }: LedgerRow): string {
  const { outcome = "", choices } = (data ?? {}) as { outcome?: string; choices?: string[] };
  return choices ? choices.join(", ") : (words.outcomes[outcome] ?? outcome);
}

/** What was put, where that is noted. */
function proposalIn({ textsOf, rowsOf }: Setting, row: LedgerRow): string {
  const put = rowsOf("decision.proposed").findLast(({ subject, seq }) => subject === row.subject && seq < row.seq);
  return String(textsOf(put?.key)["text"] ?? "");
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Of a rejection each reason once, since several vote for it. */
function reasonsIn(setting: Setting, row: LedgerRow): string {
  const since = setting
    .rowsOf("decision.proposed")
    .findLast(({ subject, seq }) => subject === row.subject && seq < row.seq);
  const outcome = row.data?.["outcome"];
  const votes = setting
    .rowsOf("decision.voted")
    .filter(
      ({ subject, seq, data }) =>
        subject === row.subject && seq > (since?.seq ?? 0) && seq < row.seq && data?.["outcome"] === outcome,
    );
  const reasons = [...votes, row].flatMap(({ reason }) => reason ?? []);
  return [...new Set(reasons)].map(sentence).join(" ");
}

function openIn({ words, view, role, say }: Setting, { id, title, audience }: Item): Decision {
  const put = view.items[id]?.state === "proposed";
  return {
    what: say(title),
    about: "",
    who: capital(audience.map(role).join(", ")),
    outcome: put ? words.waits : words.notPut,
    votes: "",
    reason: "",
    day: "",
  };
}
