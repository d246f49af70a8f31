// How a network reads from outside: its state, ledger and agenda, from the store alone.
import { unmetOf } from "../machines/criteria.ts";
import { dueIn } from "../machines/due.ts";
import { measurements } from "../machines/monitoring.ts";
import { entryJson, PEOPLE, type EntryJson } from "../machines/entry-json.ts";
import { contributedFacts, COUNTED, networkFacts } from "../machines/facts.ts";
import type { Book, LedgerRow } from "../machines/ledger.ts";
import { planInForce } from "../machines/in-force.ts";
import { modelOf } from "../machines/mail-model.ts";
import { agendaNamed } from "../machines/meetings/agenda.ts";
import { messageTitle, narrationOf, titleOf, type Narration } from "../machines/narrate.ts";
import { PERSON, recipientsOf } from "../machines/recipients.ts";
import { stateOf } from "../machines/summary.ts";
import { isoWeekStart, startOfDay } from "../programmes/calendar.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { factRows, ideaTexts } from "../store/contributions.ts";
import { readLedger, type ReadRow } from "../store/ledger.ts";
import type { Network, NetworkSummary } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { emailsOf, peopleOf } from "../store/people.ts";
import type { Parts } from "./parts.ts";
import type { AgendaJson, NetworkDetailJson, NetworkJson } from "./shapes.ts";
import type { Language } from "./words.ts";

const WEEK = 7 * 86_400_000;

/** A network as a line in a list. `start` is a date of the plan. */
export function networkJson(network: NetworkSummary & { start: string; zone: string }): NetworkJson {
  const { id, title, programmeId, clock, weeksPerSecond, createdAt, seq, endedAt, start, zone } = network;
  return {
    id,
    title,
    programme: programmeId,
    start,
    clock: clock === "scaled" ? `scaled:${weeksPerSecond}` : clock,
    createdAt: rfc3339(createdAt, zone),
    seq,
    ended: endedAt !== undefined,
  };
}

/** A network with its state, what keeps its open phases from closing, and its people. */
export async function networkDetail(
  store: Store,
  network: Network,
  now: Instant,
  language: Language,
): Promise<NetworkDetailJson> {
  const { plan } = network;
  const { zone, weeks } = plan.programme;
  const view = { ...network.view, now: network.view.ended?.at ?? Math.max(network.view.now, now) };
  const people = await peopleOf(store, network.id);
  const contributions = await factRows(store, network.id, [...COUNTED, "text"]);
  const facts = { ...contributedFacts(plan.programme, contributions, people), ...networkFacts(view) };
  const week = Math.floor((view.now - startOfDay(isoWeekStart(plan.start), zone)) / WEEK) + 1;
  const titleOf = await ideaTitles(store, network);
  const state = stateOf(plan, view);
  return {
    ...networkJson({ ...network, start: plan.start, zone }),
    ...(weeks !== undefined && { week: Math.max(week, 0), weeks }),
    state: {
      ...state,
      ideas: state.ideas.map((idea) => ({
        ...idea,
        ...(titleOf(idea.id) !== undefined && { title: titleOf(idea.id) }),
      })),
    },
    unmet: Object.fromEntries(
      plan.programme.phases
        .filter(({ id }) => view.phases[id]?.state === "open")
        .map(({ id, closes }) => [
          id,
          unmetOf(closes, facts, plan.programme.parameters).map((one) => ({ ...one, title: one.title[language] })),
        ]),
    ),
    measurements: measurements(plan.programme, contributions).map((one) => ({ ...one, title: one.title[language] })),
    people: people.map(({ name, email, roles }) => ({ name, email, roles })),
  };
}

/** Ledger entries after a number, with who did them and what became of their mails. */
export async function readEntries(
  store: Store,
  network: string,
  { zone, ...which }: { zone: string; after?: number; limit?: number },
): Promise<EntryJson[]> {
  return await entriesOf(store, await readLedger(store, network, which), zone);
}

/** Rows of a ledger as they are read. */
export async function entriesOf(store: Store, rows: ReadRow[], zone: string): Promise<EntryJson[]> {
  // Some may have left the network since.
  const people = await emailsOf(store, [...new Set(rows.flatMap(peopleIn))]);
  const emailOf = (id: string) => people.get(id);
  return rows.map(({ person: _, deliveries, ...row }) => {
    const mails = deliveries.map(({ person: to, state, sentAt, response }) => ({
      to: people.get(to) ?? to,
      state,
      ...(sentAt !== undefined && { sentAt: rfc3339(sentAt, zone) }),
      ...(response !== undefined && { response }),
    }));
    return entryJson(row, { zone, emailOf, deliveries: mails });
  });
}

/** Ids of the people that an entry names. */
export const peopleIn = ({
  by,
  to,
  data,
  deliveries = [],
}: Pick<LedgerRow, "by" | "to" | "data"> & { deliveries?: { person: string }[] }): string[] => {
  const named = [by, ...PEOPLE.map((field) => data?.[field])].filter((id) => typeof id === "string");
  const alone = (to ?? []).flatMap((one) => (one.startsWith(PERSON) ? [one.slice(PERSON.length)] : []));
  return [...named, ...alone, ...deliveries.map(({ person }) => person)];
};

/** What is due next, in order of time: messages with whom they would go to now and how they read, phases, meetings, decisions. */
export async function agendaOf(
  { store, letter }: Pick<Parts, "store" | "letter">,
  network: Network,
  now: Instant,
  language: Language,
): Promise<AgendaJson[]> {
  const { plan, view } = network;
  const people = await peopleOf(store, network.id);
  const contributions = await factRows(store, network.id);
  const { seq, n } = network;
  const book: Book = { network, plan, seq, n, view, people, contributions };
  const emails = (to: string[], subject: string, at: Instant) =>
    recipientsOf(to, subject, book, at).map((person: Person) => person.email);
  const mailOf = (about: string, rule: string, at: Instant) => {
    const row = { seq: seq + 1, at, kind: "message.sent" as const, subject: about, rule };
    const model = modelOf(book, row);
    const agenda = model.agenda && { agenda: agendaNamed(model.agenda, people) };
    const { subject, text } = letter({ ...model, ...agenda }, language);
    return { subject, text };
  };
  const titles = await titlesIn(store, network, language);
  return dueIn(plan, { ...view, now: Math.max(view.now, now) }).map(({ instant, kind, subject, to, rule }) => ({
    at: rfc3339(instant, plan.programme.zone),
    kind,
    subject,
    title: rule === undefined ? titleOf(subject, titles.titles) : messageTitle(subject, rule, titles),
    ...(rule !== undefined && { rule }),
    to: emails(to, subject, instant),
    ...(kind === "message" && { mail: mailOf(subject, rule!, instant) }),
  }));
}

/** What things are called in the network, as it now stands. */
export async function titlesIn(store: Store, network: Network, language: Language): Promise<Narration> {
  const { programme, start } = planInForce(network.plan, network.view);
  const narration = narrationOf(programme, { start, language, people: [] });
  const ideaTitle = await ideaTitles(store, network);
  const ideas = Object.keys(network.view.ideas).map((id) => [`idea:${id}`, ideaTitle(id) ?? id]);
  return { ...narration, titles: { ...narration.titles, ...Object.fromEntries(ideas) } };
}

/** What ideas are called, by id. */
async function ideaTitles(store: Store, { id: network, view }: Network): Promise<(id: string) => string | undefined> {
  const texts = await ideaTexts(store, network);
  return (id) => {
    const title = texts.get(view.ideas[id]?.key ?? "")?.["title"];
    return typeof title === "string" ? title : undefined;
  };
}
