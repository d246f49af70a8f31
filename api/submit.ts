// One trigger, from whoever asks to the network and back: to its machine, or straight to the store.
import type { Instant, Plan } from "../programmes/types.ts";
import { RESTS_ON_CONTRIBUTIONS } from "../machines/accounts/refuse.ts";
import { contribute } from "../machines/contribute.ts";
import type { Json } from "../machines/engine/types.ts";
import { contributedFacts, COUNTED } from "../machines/facts.ts";
import { ASK_CONTRIBUTIONS } from "../machines/ideas/checks-contributed.ts";
import { withAuthors } from "../machines/ideas/ideas.ts";
import { bookAfter, journal, regroups } from "../machines/journal.ts";
import { keepTexts } from "../machines/keep.ts";
import type { Book, Contribution, Entry, LedgerRow, Told, Writing } from "../machines/ledger.ts";
import { consequencesOf, type Consequences } from "../machines/preview.ts";
import { meant as meantIn, namesPeople } from "../machines/meetings/meant.ts";
import { mayMakeLeave, placesGivenUp } from "../machines/signup/leaving.ts";
import { stateOf, type NetworkState } from "../machines/summary.ts";
import { saidFacts, startFacts } from "../machines/test-start.ts";
import type { BatchResult, Refusal, Trigger } from "../machines/trigger.ts";
import { triggerOf } from "../machines/trigger-types.ts";
import { undoOf } from "../machines/undo.ts";
import { StoreError } from "../store/error.ts";
import { factRows } from "../store/contributions.ts";
import { saveAnswers, type Answer } from "../store/idempotency.ts";
import { append } from "../store/journal.ts";
import { entriesByKey, readLedger } from "../store/ledger.ts";
import { bookOf } from "../store/journal.ts";
import { getNetwork, setNow } from "../store/networks.ts";
import { peopleOf } from "../store/people.ts";
import { openTexts, sealTexts } from "../store/sealed.ts";
import { signUpsOf } from "../store/sign-ups.ts";
import { dropTexts, keepTexts as keepAll } from "../store/texts.ts";
import { enrolled } from "./enrolled.ts";
import { createGate } from "./gate.ts";
import { groupCommit, perKey } from "./group-commit.ts";
import type { Claim } from "./once.ts";
import type { Parts } from "./parts.ts";
import { createPlans } from "./plans.ts";
import { createStanding, written, type Standing } from "./standing.ts";
import { Unanswered } from "./update.ts";

export type Submitted =
  | { ok: true; entries: (Entry | LedgerRow)[]; state: NetworkState; n: number; nextDue?: Instant }
  | Refusal;

export type Previewed = { ok: true; entries: (Entry | LedgerRow)[]; consequences: Consequences } | Refusal;

export type Submit = Standing & {
  /** `trigger.facts` are counted here; its data has been shaped. */
  trigger(network: string, trigger: Trigger, claim?: Claim): Promise<Submitted>;
  /** What a trigger would lead to; nothing of it happens. */
  preview(network: string, trigger: Trigger): Promise<Previewed>;
  /** The answer to a trigger that the ledger holds already, though its answer was lost with the process that had it. */
  found(network: string, key: string, claim: Claim): Promise<Submitted>;
  advance(network: string, until: Instant): Promise<BatchResult>;
};

const LIMITS = { batch: 200, waiting: 5_000, networks: 10_000 };

export function createSubmit(parts: Parts, plans = createPlans(parts.store)): Submit {
  const { store } = parts;
  const gate = createGate({
    client: parts.temporal,
    newId: parts.newId,
    answerWithin: parts.answerWithin,
    prepare: async (network, triggers) =>
      await sealTexts(store, network, await prepared(parts, await plans(network), network, triggers)),
    open: async (network, answer) => await openTexts(store, network, answer),
  });
  // One that was answered before, or cannot be stored, is found out by itself: the others in its batch do not suffer for it.
  const alone = { ...LIMITS, alone: isOfOne };
  const keep = groupCommit<Answer, void>(async (answers) => {
    await saveAnswers(store, answers);
    return answers.map(() => undefined);
  }, alone);
  const keepText = perKey(
    (network) =>
      groupCommit<Contribution, void>(async (texts) => {
        await keepAll(store, network, texts);
        return texts.map(() => undefined);
      }, alone),
    LIMITS.networks,
  );
  const { told, settled } = createStanding(parts);

  /** Owners of tasks and places at open meetings stand by people's ids, and a no from who has a place gives it up. */
  const meant = async (network: string, trigger: Trigger): Promise<Trigger | Refusal> => {
    if (!namesPeople(trigger)) return trigger;
    await settled(network);
    if (trigger.type === "answer" && !(await signUpsOf(store, network))) return trigger;
    const said = meantIn((await bookOf(store, network))!, trigger);
    return "why" in said ? { key: trigger.key, ok: false, code: "role", unmet: [], why: said.why } : said;
  };

  const contributeTo = perKey(
    (network) =>
      groupCommit<Asked, Submitted>(async (asked) => {
        await settled(network);
        return await contributeAll(parts, network, asked);
      }, alone),
    LIMITS.networks,
  );

  const toMachine = async (network: string, whole: Trigger): Promise<Submitted> => {
    const { trigger, kept } = keepTexts(whole);
    if (kept) await keepText(network)(kept);
    const { result, network: stands } = await gate.trigger(network, { ...trigger, facts: saidFacts(whole) });
    if (!result.ok) {
      if (kept) await dropTexts(store, network, [trigger.key]);
      return result;
    }
    const { n, nextDue, state } = stands!;
    const entries = result.repeated ? await storedEntries(parts, network, trigger.key, result.n) : result.entries;
    return { ok: true, entries, state, n, ...(nextDue !== undefined && { nextDue }) };
  };

  /** Before somebody leaves: repeated after a crash, it finds the places given up. */
  const giveUpPlaces = async (network: string, trigger: Trigger): Promise<void> => {
    if (!(await signUpsOf(store, network))) return;
    await settled(network);
    for (const place of placesGivenUp((await bookOf(store, network))!, trigger)) {
      const done = await toMachine(network, place);
      if (done.ok) await told(network, done.n);
    }
  };

  return {
    preview: async (network, whole) => {
      await settled(network);
      const book = (await bookOf(store, network))!;
      const asked = await meant(network, keepTexts(whole).trigger);
      const trigger = "why" in asked ? asked : await undone(parts, network, asked);
      if ("why" in trigger) return trigger;
      if (triggerOf(trigger.type)?.by === "store") {
        const done = contribute(book, trigger);
        return done.ok
          ? { ok: true, entries: done.writing.rows, consequences: consequencesOf(book, done.writing) }
          : done;
      }
      const result = await gate.preview(network, { ...trigger, facts: saidFacts(whole) });
      if (!result.ok) return result;
      const told = result.entries.map((entry): Told => ({
        do: entry.kind === "message.sent" ? "notify" : "record",
        entry,
      }));
      return { ok: true, entries: result.entries, consequences: consequencesOf(book, journal(book, told)) };
    },
    trigger: async (network, wanted, claim) => {
      const asked = await meant(network, wanted);
      if ("why" in asked) return asked;
      if (mayMakeLeave(asked)) await giveUpPlaces(network, asked);
      if (triggerOf(asked.type)?.by === "store")
        return await contributeTo(network)({ trigger: await enrolled(parts, await plans(network), asked), claim });
      if (asked.type === "undo") await settled(network);
      const trigger = await undone(parts, network, asked);
      const submitted = "why" in trigger ? trigger : await toMachine(network, trigger);
      if (claim) await keep(answerOf(claim, submitted, parts.now()));
      return submitted;
    },
    found: async (network, key, claim) => {
      const { plan, view, n } = (await getNetwork(store, network))!;
      const entries = await entriesByKey(store, network, key);
      const submitted: Submitted = { ok: true, entries, state: stateOf(plan, view), n };
      await keep(answerOf(claim, submitted, parts.now()));
      return submitted;
    },
    advance: async (network, until) => {
      const result = await gate.advance(network, until);
      // Whoever moves time goes on from what happened meanwhile: before it stands in the ledger, nothing may follow.
      if (!(await written(parts, network, result.n)))
        throw new Unanswered("the network has not written its ledger yet");
      await setNow(store, network, result.now);
      return result;
    },
    told,
    settled,
  };
}

const isOfOne = (error: unknown) => error instanceof StoreError && ["repeated", "unstorable"].includes(error.code);

type Asked = { trigger: Trigger; claim: Claim | undefined };

/** What criteria count of people's contributions, for the triggers of a batch that ask. */
async function prepared(
  { store }: Parts,
  { programme }: Plan,
  network: string,
  triggers: Trigger[],
): Promise<Trigger[]> {
  const counts = triggers.some((trigger) => asksForFacts(trigger.type));
  if (!counts) return triggers;
  const [contributions, people] = [await factRows(store, network, COUNTED), await peopleOf(store, network)];
  const facts = contributedFacts(programme, contributions, people);
  return triggers.map((trigger) =>
    asksForFacts(trigger.type)
      ? { ...trigger, facts: { ...facts, ...startFacts(trigger, contributions), ...trigger.facts } }
      : trigger,
  );
}

const asksForFacts = (type: string): boolean => {
  const kind = triggerOf(type);
  return kind?.by === "machine" && kind.criteria !== undefined;
};

/** Contributions of many at once: one transaction, with the answers that repeat them. */
async function contributeAll(parts: Parts, network: string, asked: Asked[]): Promise<Submitted[]> {
  const answers: Submitted[] = [];
  const writings: Writing[] = [];
  const decide = (opened: Book): Writing => {
    let book = opened;
    for (const { trigger } of asked) {
      const done = contribute(book, trigger);
      if (!done.ok) {
        answers.push(done);
        continue;
      }
      book = bookAfter(book, done.writing);
      writings.push(done.writing);
      answers.push({ ok: true, entries: done.writing.rows, state: stateOf(book.plan, book.view), n: book.n });
    }
    return merged(opened, book, writings);
  };
  await append(
    parts.store,
    network,
    decide,
    async (tx) => {
      const kept = asked.flatMap(({ claim }, index) => (claim ? [answerOf(claim, answers[index]!, parts.now())] : []));
      if (kept.length > 0) await saveAnswers(tx, kept);
    },
    { people: true, contributions: asked.some(({ trigger }) => asksForAnswers(trigger)) },
  );
  return answers;
}

const merged = (before: Book, after: Book, writings: Writing[]): Writing => ({
  rows: writings.flatMap(({ rows }) => rows),
  n: before.n,
  view: after.view,
  deliveries: writings.flatMap(({ deliveries }) => deliveries),
  contributions: writings.flatMap(({ contributions }) => contributions),
  members: writings.flatMap(({ members }) => members),
});

/** Instead of `undo` what takes the change back, or why it cannot be; authors of an idea by their ids. */
async function undone({ store }: Parts, network: string, trigger: Trigger): Promise<Trigger | Refusal> {
  if (trigger.type === "addIdea" && trigger.data["authors"] !== undefined) {
    const known = withAuthors(trigger, await peopleOf(store, network));
    return "why" in known ? { key: trigger.key, ok: false, code: "state", unmet: [], ...known } : known;
  }
  if (trigger.type !== "undo") return trigger;
  const rows = await readLedger(store, network);
  const told = new Set(rows.filter(({ deliveries }) => deliveries.length > 0).map(({ seq }) => seq));
  const undoing = undoOf(rows, Number(trigger.data["seq"]), ({ seq }) => told.has(seq));
  if ("why" in undoing) return { key: trigger.key, ok: false, code: "state", unmet: [], ...undoing };
  return { ...trigger, data: { reason: trigger.data["reason"], ...undoing.data } };
}

/** What makes people belong to other meetings asks what they answered before; some are refused by what was contributed before. */
const asksForAnswers = ({ type, data }: Trigger): boolean => {
  const kind = triggerOf(type);
  return (
    RESTS_ON_CONTRIBUTIONS.includes(type) ||
    ASK_CONTRIBUTIONS.includes(type) ||
    (kind?.by === "store" && regroups(kind.kind, data))
  );
};

const answerOf = (claim: Claim, submitted: Submitted, createdAt: Instant): Answer => ({
  ...claim,
  status: submitted.ok ? 200 : 409,
  response: submitted as Json,
  createdAt,
});

/** Entries of a trigger that was processed before, from the store: waits until they are there. */
async function storedEntries(parts: Parts, network: string, key: string, n: number): Promise<LedgerRow[]> {
  await written(parts, network, n);
  return await entriesByKey(parts.store, network, key);
}
