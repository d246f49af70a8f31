// What would happen if: a trigger is played on a copy of a network, or nothing is done until an instant. Nothing of it happens.
import type { Instant } from "../../programmes/types.ts";
import { contribute } from "../contribute.ts";
import { contributedFacts } from "../facts.ts";
import { withAuthors } from "../ideas/ideas.ts";
import { bookAfter, journal } from "../journal.ts";
import { keepTexts } from "../keep.ts";
import type { Book, LedgerRow, Writing } from "../ledger.ts";
import { meant } from "../meetings/meant.ts";
import { apply, hasEnded, pass, type Ground, type Network } from "../network/network.ts";
import { consequencesOf, type Consequences } from "../preview.ts";
import { saidFacts, startFacts } from "../test-start.ts";
import type { Refusal, Trigger } from "../trigger.ts";
import { triggerOf } from "../trigger-types.ts";

/** A network and its book, as both stood at one moment. */
export type Standing = { network: Network; book: Book };

/** A trigger, and then nothing until an instant; or one of them. */
export type Asked = { trigger?: Trigger; until?: Instant };

export type Effects = { ok: true; after: Standing; rows: LedgerRow[]; consequences: Consequences };

/** What would be written and told, and how it would stand then. A trigger that would be refused is answered so. */
export function whatIf(ground: Ground, before: Standing, { trigger, until }: Asked): Effects | Refusal {
  const writings: Writing[] = [];
  let after = before;
  const take = (network: Network, writing: Writing) => {
    writings.push(writing);
    after = { network, book: bookAfter(after.book, writing) };
  };
  if (trigger) {
    const done = triggered(ground, before, trigger);
    if ("ok" in done) return done;
    take(done.network, done.writing);
  }
  if (until !== undefined && until > after.network.state.now && !hasEnded(after.network)) {
    const { network, told } = pass(ground.machines, after.network, until);
    take(network, journal(after.book, told));
  }
  const whole: Writing = {
    rows: writings.flatMap(({ rows }) => rows),
    deliveries: writings.flatMap(({ deliveries }) => deliveries),
    contributions: writings.flatMap(({ contributions }) => contributions),
    members: writings.flatMap(({ members }) => members),
    n: after.book.n,
    view: after.book.view,
  };
  return { ok: true, after, rows: whole.rows, consequences: consequencesOf(before.book, whole) };
}

function triggered(
  { machines, plan }: Ground,
  { network, book }: Standing,
  whole: Trigger,
): { network: Network; writing: Writing } | Refusal {
  const said = meant(book, whole);
  if ("why" in said) return refusedAs(whole, "role", said.why);
  if (triggerOf(said.type)?.by === "store") {
    const done = contribute(book, said);
    return done.ok ? { network, writing: done.writing } : done;
  }
  const asked = withAuthors(said, book.people);
  if ("why" in asked) return refusedAs(whole, "state", asked.why);
  const { contributions, people } = book;
  const facts = {
    ...contributedFacts(plan.programme, contributions, people),
    ...startFacts(asked, contributions),
    ...saidFacts(asked),
  };
  const { trigger } = keepTexts(asked);
  const { result, ...moved } = apply({ plan, machines }, network, { ...trigger, facts }, trigger.at);
  if (!result.ok) return result;
  return { network: moved.network, writing: journal(book, moved.told) };
}

const refusedAs = ({ key }: Trigger, code: Refusal["code"], why: Refusal["why"]): Refusal => ({
  key,
  ok: false,
  code,
  why,
  unmet: [],
});
