// A whole network in milliseconds: the same machines, journal and checks as a real one, with the book in memory.
import { addDays, localInstant } from "../programmes/calendar.ts";
import type { Instant, Person, Plan, Text } from "../programmes/types.ts";
import { cueActing } from "./acting.ts";
import { contribute } from "./contribute.ts";
import type { Json } from "./engine/types.ts";
import { keepTexts } from "./keep.ts";
import { contributedFacts } from "./facts.ts";
import { withAuthors } from "./ideas/ideas.ts";
import { bookAfter, emptyBook, journal } from "./journal.ts";
import type { Book, Delivery, LedgerRow } from "./ledger.ts";
import { compile } from "./network/compile.ts";
import { apply, begin, hasEnded, pass, type Ground, type Moved, type Network } from "./network/network.ts";
import { meant } from "./meetings/meant.ts";
import { placesGivenUp } from "./signup/leaving.ts";
import { saidFacts, startFacts } from "./test-start.ts";
import type { RefusalCode, Result, Trigger } from "./trigger.ts";
import { undoOf } from "./undo.ts";
import { rolesFor, triggerOf } from "./trigger-types.ts";

/** One line of a script. `by` is a role code or an e-mail of the people. */
export type ScriptLine = { at: string; by: string; trigger: string; data?: { [key: string]: Json } };

/** A script line with its people and dates found: what a host applies. */
export type Cue = Omit<Trigger, "facts">;

export type Simulated = {
  network: Network;
  book: Book;
  ledger: LedgerRow[];
  deliveries: Delivery[];
  refused: { cue: Cue; result: Extract<Result, { ok: false }> }[];
};

/** When a network that starts on its plan's date begins: the first instant of that day, or its programme's `leadDays` before. */
export const startOf = ({ start, programme }: Plan): Instant =>
  localInstant(addDays(start, -programme.leadDays), "00:00", programme.zone);

/** Plays `cues` in order of time on a network that begins with its plan, up to `until` (all that is due included). */
export function simulate(options: {
  plan: Plan;
  title: string;
  people: Person[];
  cues: Cue[];
  by?: string;
  until: Instant;
}): Simulated {
  const { plan, title, people, cues, until } = options;
  const start = startOf(plan);
  const run = new Run(plan, emptyBook({ id: "simulated", title }, plan, people, start));
  run.take(begin(run.ground, start, { key: "create", by: options.by ?? people[0]?.id ?? "", role: "networkLead" }));
  for (const cue of inOrder(cues)) if (cue.at <= until) run.play(cue);
  if (!hasEnded(run.network)) run.take(pass(run.ground.machines, run.network, until));
  return run;
}

/** Cues by instant; those at the same instant in the order given. */
export const inOrder = (cues: Cue[]): Cue[] => cues.toSorted((a, b) => a.at - b.at);

/** The person and role a script means by `by`: an e-mail, or a role's first person. Undefined where there is none. */
export function actorOf(
  plan: Plan,
  people: Person[],
  by: string,
  type: string,
  data: Trigger["data"] = {},
): { by: string; role: string } | undefined {
  const allowed = rolesFor(plan.programme, type, data);
  const email = people.find((person) => person.email.toLowerCase() === by.toLowerCase());
  if (email) return { by: email.id, role: email.roles.find((role) => allowed.includes(role)) ?? email.roles[0] ?? "" };
  const holder = people.find((person) => person.roles.includes(by));
  return holder && { by: holder.id, role: by };
}

const refusal = ({ key }: Cue, why: Text, code: RefusalCode = "state") => ({
  key,
  ok: false as const,
  code,
  why,
  unmet: [],
});

class Run implements Simulated {
  network!: Network;
  ledger: LedgerRow[] = [];
  deliveries: Delivery[] = [];
  refused: Simulated["refused"] = [];
  readonly ground: Ground;
  book: Book;

  constructor(plan: Plan, book: Book) {
    this.ground = { plan, machines: compile(plan) };
    this.book = book;
  }

  take({ network, told }: Moved): void {
    this.network = network;
    this.write(journal(this.book, told));
  }

  play(cue: Cue): void {
    const acted = cueActing(cue, this.book, Math.max(cue.at, this.network.state.now));
    if ("da" in acted) return void this.refused.push({ cue, result: refusal(cue, acted, "role") });
    const said = meant(this.book, acted);
    if ("why" in said) return void this.refused.push({ cue, result: refusal(cue, said.why, "role") });
    if (triggerOf(said.type)?.by === "store") {
      if (!hasEnded(this.network)) this.take(pass(this.ground.machines, this.network, cue.at));
      const asked = { ...said, at: Math.max(cue.at, this.network.state.now) };
      for (const place of placesGivenUp(this.book, asked)) this.toMachine(place);
      const done = contribute(this.book, asked);
      if (done.ok) this.write(done.writing);
      else this.refused.push({ cue, result: done });
      return;
    }
    const asked = said.type === "undo" ? this.undoing(said) : withAuthors(said, this.book.people);
    if ("why" in asked) return void this.refused.push({ cue, result: refusal(cue, asked.why) });
    this.toMachine(asked);
  }

  private toMachine(cue: Cue): void {
    const { contributions, people } = this.book;
    const facts = {
      ...contributedFacts(this.ground.plan.programme, contributions, people),
      ...startFacts(cue, contributions),
      ...saidFacts(cue),
    };
    const { trigger, kept } = keepTexts(cue);
    const { result, ...moved } = apply(this.ground, this.network, { ...trigger, facts }, cue.at);
    if (kept && result.ok) this.book = { ...this.book, contributions: [...this.book.contributions, kept] };
    this.take(moved);
    if (!result.ok) this.refused.push({ cue, result });
  }

  private undoing(cue: Cue): Cue | { why: Text } {
    const told = ({ seq }: LedgerRow) => this.deliveries.some((delivery) => delivery.seq === seq);
    const undoing = undoOf(this.ledger, Number(cue.data["seq"]), told);
    return "why" in undoing ? undoing : { ...cue, data: { reason: cue.data["reason"], ...undoing.data } };
  }

  private write(writing: ReturnType<typeof journal>): void {
    this.book = bookAfter(this.book, writing);
    this.ledger.push(...writing.rows);
    this.deliveries.push(...writing.deliveries);
  }
}
