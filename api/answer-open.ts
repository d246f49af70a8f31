// What a link is about, as its network now stands: whether it can still be answered, until when, and with what.
import { askerIn, mayAct } from "../machines/acting.ts";
import { planInForce } from "../machines/in-force.ts";
import type { IdeaView } from "../machines/ideas/types.ts";
import type { Book, ItemView } from "../machines/ledger.ts";
import { itemIn } from "../machines/recipients.ts";
import { partsOf } from "../machines/view.ts";
import type { AnswerLink } from "../library/answer-token.ts";
import { addDays, endOfDay, localDate } from "../programmes/calendar.ts";
import type { Instant, Item, Person } from "../programmes/types.ts";
import type { AnswerLinkJson } from "./answer-shapes.ts";
import type { LinkProblemCode } from "./link-words.ts";

/** What a link is about. `session` of a meeting in several parts. */
export type About = { id: string; session?: string } & (
  | { kind: "meeting" | "homework" | "decision"; item: Item; view: ItemView }
  | { kind: "idea"; view: IdeaView }
);

/** Undefined where the network has no such thing, or the purpose is not one that it can have. */
export function aboutOf({ subject, purpose }: AnswerLink, book: Book): About | undefined {
  const [what, id, session] = partsOf(subject);
  const idea = book.view.ideas[id];
  if (what === "idea") return idea && purpose === "decide" ? { id, kind: "idea", view: idea } : undefined;
  const [item, view] = [itemIn(book, id), book.view.items[id]];
  if (what !== "item" || !item || !view || item.kind !== KIND[purpose]) return undefined;
  return { id, kind: KIND[purpose], item, view, ...(session !== undefined && { session }) };
}

const KIND = { answer: "meeting", deliver: "homework", decide: "decision" } as const;

/** The trigger a link stands for, without what is answered. */
export function triggerFor(
  { purpose }: AnswerLink,
  { kind, id }: About,
): { type: string; data: { [key: string]: string } } {
  return { type: purpose, data: kind === "idea" ? { idea: id } : { item: id } };
}

/** Why nothing can be answered by the link, whoever has decided what; undefined where something can. */
export function closedBy(
  link: AnswerLink,
  about: About,
  book: Book,
  whose: { person: Person; now: Instant },
): LinkProblemCode | undefined {
  if (book.view.ended) return "link-ended";
  if (about.kind !== "idea" && about.view.state === "cancelled") return "link-cancelled";
  const ends = lastDayOf(about, book);
  if (about.kind === "meeting" && (about.view.state === "held" || (ends !== undefined && whose.now > ends)))
    return "link-over";
  const { type, data } = triggerFor(link, about);
  return mayAct(book.plan.programme, askerIn(whose.person, book, whose.now), type, data) ? undefined : "link-role";
}

/** Of a meeting that has a date: the end of the day after it, as it now stands. */
export function lastDayOf(about: About, { plan }: Book): Instant | undefined {
  if (about.kind !== "meeting") return undefined;
  const { zone } = plan.programme;
  const parts = [about.view, ...Object.values(about.view.sessions ?? {})];
  const ends = parts.flatMap(({ start, end }) => (start === undefined ? [] : [end ?? start]));
  return ends.length === 0 ? undefined : endOfDay(addDays(localDate(Math.max(...ends), zone), 1), zone);
}

/** When homework is due or a decision is to be taken. */
export function deadlineOf(about: About, { plan, view }: Book): Instant | undefined {
  if (about.kind === "idea") return about.view.deadline;
  if (about.kind === "decision") return about.view.decision?.deadline;
  if (about.kind === "meeting") return undefined;
  const whole = planInForce(plan, view).intervals[about.id];
  const { to } = (about.session === undefined ? whole : whole?.sessions?.[about.session]) ?? {};
  return about.view.end ?? (to === undefined ? undefined : endOfDay(to, plan.programme.zone));
}

/** Whether it waits for an answer now: a decision does from when it is put until it is taken. */
export function isOpen({ kind, view }: About): boolean {
  if (kind === "idea") return view.state === "deciding";
  return kind === "decision" ? view.state === "proposed" : true;
}

/** What can be answered now, each with what it demands. The last round takes no other. */
export function choicesOf(about: About, { programme }: Book["plan"]): AnswerLinkJson["choices"] {
  if (!isOpen(about) || about.kind === "homework") return [];
  if (about.kind === "meeting") return ["accepted", "tentative", "declined"].map((choice) => ({ choice, needs: [] }));
  const because = (choice: string) => ({ choice, needs: ["reason"] });
  if (about.kind === "idea")
    return [
      { choice: "approve", needs: ["next", "to", "due"] },
      ...(about.view.round < programme.rounds ? [because("adjust")] : []),
      because("discard"),
    ];
  const { kind, rounds } = about.item.decision!;
  const against = (about.view.decision?.round ?? 0) < rounds;
  const [yes, no, needs] = VOTES[kind];
  return [{ choice: yes, needs }, ...(against ? [because(no)] : [])];
}

const VOTES: Record<"approve" | "consensus" | "select", [yes: string, no: string, needs: string[]]> = {
  approve: ["approve", "reject", []],
  consensus: ["agree", "disagree", []],
  select: ["select", "reject", ["choices"]],
};
