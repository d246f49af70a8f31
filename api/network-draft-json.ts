// A network that is being planned, as everybody outside sees it, and the messages that would go of it.
import { modelOf } from "../machines/mail-model.ts";
import { messageTitle, narrationOf } from "../machines/narrate.ts";
import { recipientsOf } from "../machines/recipients.ts";
import { simulate, startOf } from "../machines/simulate.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { flagsIn, type Flag } from "../programmes/settle.ts";
import type { Person, Plan, Programme } from "../programmes/types.ts";
import type { NetworkDraft } from "../store/network-drafts.ts";
import { isDated, laidOut, peopleIn, type Laid } from "./network-draft-plan.ts";
import type { DraftMessagesJson, NetworkDraftJson, NetworkDraftLineJson } from "./network-draft-shapes.ts";
import type { Parts } from "./parts.ts";
import type { Language } from "./words.ts";

/** Messages told of a plan at the most, and names of each. */
const MOST_MESSAGES = 80;
const MOST_NAMES = 5;

/** A draft as a line in a list. */
export function draftLine(
  { id, plan, changedAt }: NetworkDraft,
  all: Programme[],
  language: Language,
): NetworkDraftLineJson {
  const { programme: named, title, start, rehearsal } = plan;
  const programme = all.find((one) => one.id === named);
  return {
    id,
    changedAt: new Date(changedAt).toISOString(),
    ...(programme && { programme: programme.id, programmeTitle: programme.title[language] }),
    ...(title !== undefined && title !== "" && { title }),
    ...(start !== undefined && { start }),
    ...(rehearsal !== undefined && { rehearsal }),
  };
}

/** A draft with all that comes of what was chosen. `sample`: whether the programme has made-up people. */
export function draftJson(
  draft: NetworkDraft,
  { all, sample, language }: { all: Programme[]; sample: boolean; language: Language },
): NetworkDraftJson {
  const { plan: chosen } = draft;
  const programme = all.find((one) => one.id === chosen.programme);
  const laid = programme && laidOut(programme, chosen);
  const read = programme ? peopleIn(chosen.people, programme, language) : { people: [], wrong: [] };
  const { people, wrong } = read;
  return {
    ...draftLine(draft, all, language),
    keepWeekdays: chosen.keepWeekdays ?? true,
    dated: programme !== undefined && isDated(programme),
    ...(laid && { begins: laid.plan.start }),
    ...(programme?.weeks !== undefined && { weeks: programme.weeks }),
    phases: programme ? phasesIn(programme, laid, language) : [],
    flags: laid ? flagsJson(laid, chosen.dates ?? {}, language) : [],
    ...(chosen.people !== undefined && { pasted: chosen.people }),
    people: people.map(({ name, email, roles, organisation }) => ({
      name,
      email,
      roles: roles.map((code) => programme?.roles.find((role) => role.code === code)?.title[language] ?? code),
      ...(organisation !== undefined && { organisation }),
    })),
    wrong,
    roles: (programme?.roles ?? []).map(({ code, title, required = false }) => ({
      code,
      title: title[language],
      required,
      count: people.filter(({ roles }) => roles.includes(code)).length,
    })),
    sample,
    missing: [
      ...(programme ? [] : (["programme"] as const)),
      ...(chosen.start === undefined ? (["start"] as const) : []),
      ...(people.length === 0 ? (["people"] as const) : []),
    ],
  };
}

function phasesIn({ phases }: Programme, laid: Laid | undefined, language: Language): NetworkDraftJson["phases"] {
  return phases.map(({ id, title }) => {
    const { from, to } = laid?.plan.intervals[id] ?? {};
    return { title: title[language], ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  });
}

function flagsJson(
  { base, plan, flags }: Laid,
  dates: Record<string, string>,
  language: Language,
): NetworkDraftJson["flags"] {
  const now = new Map(flagsIn(plan).map((one) => [one.part, one.why]));
  const itemOf = (id: string) => base.programme.items.find((one) => one.id === id);
  const titleOf = ({ item: id, session }: Pick<Flag, "item" | "session">) => {
    const item = itemOf(id);
    const part = item?.sessions?.find((one) => one.id === session);
    const name = part?.title?.[language] ?? part?.region ?? session;
    return `${item?.title[language] ?? id}${name === undefined ? "" : ` (${name})`}`;
  };
  return flags.map(({ item, session, with: other, ...flag }) => {
    const chosen = dates[flag.part];
    return {
      ...flag,
      title: titleOf({ item, ...(session !== undefined && { session }) }),
      kind: itemOf(item)?.kind ?? "",
      ...(other !== undefined && { with: titleOf({ item: other }) }),
      ...(chosen !== undefined && { chosen }),
      still: chosen === undefined || chosen === "open" ? [] : (now.get(flag.part) ?? []),
    };
  });
}

/** The messages that would go if nobody did anything, in order of time, each as it would read. */
export function draftMessages(
  { letter }: Pick<Parts, "letter">,
  { plan, title, people, language }: { plan: Plan; title: string; people: Person[]; language: Language },
): DraftMessagesJson {
  const { programme, start } = plan;
  const { book, ledger } = simulate({ plan, title, people, cues: [], until: startOf(plan) });
  const narration = narrationOf(programme, { start, language, people });
  const told = ledger.filter(({ kind }) => kind === "message.sent");
  const planned = Object.values(book.view.planned).toSorted((a, b) => a.at - b.at);
  return [...told, ...planned]
    .flatMap(({ at, subject, rule = "", to = [] }) => {
      const readers = recipientsOf(to, subject, book, at);
      if (readers.length === 0) return [];
      const row = { seq: book.seq + 1, at, kind: "message.sent" as const, subject, rule };
      return [
        {
          at: rfc3339(at, programme.zone),
          title: messageTitle(subject, rule, narration),
          rule,
          to: readers.length,
          names: readers.slice(0, MOST_NAMES).map(({ name }) => name),
          mail: mailOf(letter(modelOf(book, row), language)),
        },
      ];
    })
    .slice(0, MOST_MESSAGES);
}

const mailOf = ({ subject, text }: { subject: string; text: string }) => ({ subject, text });
