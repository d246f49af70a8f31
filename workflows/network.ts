// The network on Temporal: wait → step → write → continue as new. It decides nothing; `machines/network` does.
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineUpdate,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { Activities } from "../activities/contract.ts";
import { nextDue } from "../machines/engine/timers.ts";
import type { Told } from "../machines/ledger.ts";
import { MACHINE } from "../machines/network/compile.ts";
import { begin, hasEnded, pass, type Moved } from "../machines/network/network.ts";
import { Alarm } from "./alarm.ts";
import { play } from "./batch.ts";
import { MAX_BATCH, REFUSED, UPDATE, type Batch, type BatchResult, type Envelope } from "./messages.ts";

/** Events in one run's history, and its bytes, before it continues as new. */
const MAX_EVENTS = 400;
const MAX_BYTES = 1_000_000;
/** How far past those bounds a run goes that nobody asks anything of. */
const UNANNOUNCED = 2;
/** Keys a run remembers; the store remembers longer. */
const MAX_SEEN = 200;
/** Entries written in one activity: its input stays far below Temporal's 2 MiB. */
const MAX_WRITE = 500;

const { write } = proxyActivities<Activities>({
  startToCloseTimeout: "3s",
  retry: { initialInterval: "100ms", maximumInterval: "5s" },
});
const batchUpdate = defineUpdate<BatchResult, [Batch]>(UPDATE);

/** One network, from its start (or where the last run left it) to its end. */
export async function network(envelope: Envelope): Promise<void> {
  if (envelope.v !== 1 || envelope.machine !== MACHINE) {
    const known = `envelope 1, machine ${MACHINE}`;
    throw ApplicationFailure.nonRetryable(
      `cannot run envelope ${envelope.v}, ${envelope.machine}: this worker knows ${known}`,
    );
  }
  const { plan, clock } = envelope;
  const seen = new Map(envelope.seen);
  const outbox: Told[] = [...envelope.outbox];
  const alarm = new Alarm();
  const take = ({ network: next, told }: Moved) => {
    outbox.push(...told);
    return next;
  };
  let current = envelope.state ?? take(begin(plan, envelope.startedAt, envelope.cause));
  let changed = false;

  const clockAt = (asked: number) => (clock === "stepped" ? Math.max(current.state.now, asked) : wallClock());
  const mustContinue = (slack = 1) => {
    const { historyLength, historySize, continueAsNewSuggested } = workflowInfo();
    const events = slack * (envelope.eventsPerRun ?? MAX_EVENTS);
    return historyLength >= events || historySize >= slack * MAX_BYTES || continueAsNewSuggested;
  };
  // An Update that meets the end of a run stalls for seconds. So a run ends in the task whose answer says that it does,
  // and only where no answer comes, after a while, without.
  let announced = false;

  // The validator has played the batch already; the handler of the same task need not do it twice. The batch itself is
  // decoded anew for each of them, so the Update is known by its id.
  let rehearsed: { id: string | undefined; from: typeof current; played: ReturnType<typeof play> } | undefined;
  const rehearse = (batch: Batch) => {
    const id = currentUpdateInfo()?.id;
    if (rehearsed === undefined || rehearsed.id !== id || rehearsed.from !== current) {
      rehearsed = { id, from: current, played: play({ plan, network: current, batch, clockAt, seen }) };
    }
    return rehearsed.played;
  };
  setHandler(
    batchUpdate,
    (batch) => {
      const { network: next, told, answer } = rehearse(batch);
      rehearsed = undefined;
      current = take({ network: next, told });
      for (const result of answer.results) if (result.ok) seen.set(result.key, result.n);
      changed = true;
      announced ||= mustContinue();
      return announced ? { ...answer, ending: true } : answer;
    },
    { validator: (batch) => validate(batch, rehearse) },
  );

  const snapshot = (): Envelope => ({
    ...envelope,
    state: current,
    outbox,
    seen: [...seen].slice(-MAX_SEEN),
    runs: envelope.runs + 1,
  });

  for (;;) {
    if (alarm.rang) current = take(pass(plan, current, Math.max(alarm.at, clockAt(alarm.at))));
    changed = false;
    const ended = hasEnded(current);
    alarm.set(clock === "stepped" || ended ? undefined : nextDue(current.state)?.dueAt);
    if ((announced || mustContinue(UNANNOUNCED)) && !ended && allHandlersFinished()) {
      alarm.set(undefined);
      await continueAsNew<typeof network>(snapshot());
    }
    if (outbox.length > 0) {
      const told = outbox.slice(0, MAX_WRITE);
      await write({ network: envelope.network, told, now: current.state.now });
      outbox.splice(0, told.length);
    } else if (ended && allHandlersFinished()) return;
    else await condition(() => changed || alarm.rang || outbox.length > 0);
  }
}

/** Refuses a batch only as a whole: when its shape is wrong, or every trigger in it is refused. */
function validate(batch: Batch, rehearse: (batch: Batch) => ReturnType<typeof play>): void {
  const triggers = "triggers" in batch ? batch.triggers : undefined;
  const wellFormed = triggers
    ? Array.isArray(triggers) && triggers.length > 0 && triggers.length <= MAX_BATCH
    : "advance" in batch && Number.isFinite(batch.advance);
  if (!wellFormed)
    throw ApplicationFailure.nonRetryable(`a batch is 1 to ${MAX_BATCH} triggers, or an instant`, "Shape");
  const { answer } = rehearse(batch);
  if (triggers && answer.results.every((result) => !result.ok && result.code !== "fault")) {
    throw ApplicationFailure.create({ message: "refused", type: REFUSED, nonRetryable: true, details: [answer] });
  }
}

/** Inside a workflow this is Temporal's own clock: the same at every replay. */
const wallClock = (): number => Date.now(); // oxlint-disable-line
