// An order: paid, delivered, and for thirty days it may be sent back. Play it: `npx tsx examples/play.ts order`.
import { ApplicationFailure } from "@temporalio/common";
import { assign, fromPromise, setup } from "xstate";
import { activitiesOf } from "../activities/instances.ts";
import { register } from "../machines/engine/register.ts";
import type { Example, Say } from "./stage.ts";

const DAY = 86_400_000;

/** What goes in and what comes back; its function is under `activities`. */
const asked = <Output, Input>() => fromPromise<Output, Input>(() => Promise.reject(new Error("unused")));

const machine = setup({
  types: {} as {
    context: { amount: number; card: string; payment: string; why: string };
    input: { amount: number; card: string };
    events: { type: "payWith"; card: string } | { type: "delivered" } | { type: "sendBack"; why: string };
    output: { kept: boolean; why: string };
  },
  actors: {
    pay: asked<{ payment: string }, { amount: number; card: string }>(),
    refund: asked<null, { payment: string }>(),
  },
  actions: { write: (_, _params: { words: string }) => {} },
}).createMachine({
  context: ({ input }) => ({ ...input, payment: "", why: "" }),
  output: ({ context: { why } }) => ({ kept: why === "", why }),
  initial: "paying",
  states: {
    paying: {
      invoke: {
        src: "pay",
        input: ({ context: { amount, card } }) => ({ amount, card }),
        onDone: { target: "paid", actions: assign({ payment: ({ event }) => event.output.payment }) },
        onError: "unpaid",
      },
    },
    unpaid: {
      entry: { type: "write", params: { words: "the card was declined: choose another within three days" } },
      on: { payWith: { target: "paying", actions: assign({ card: ({ event }) => event.card }) } },
      after: { [3 * DAY]: { target: "over", actions: assign({ why: "never paid" }) } },
    },
    paid: { on: { delivered: "delivered" } },
    delivered: {
      on: { sendBack: { target: "refunding", actions: assign({ why: ({ event }) => event.why }) } },
      after: {
        [23 * DAY]: { actions: { type: "write", params: { words: "you may send it back for another week" } } },
        [30 * DAY]: "over",
      },
    },
    refunding: { invoke: { src: "refund", input: ({ context: { payment } }) => ({ payment }), onDone: "over" } },
    over: { type: "final" },
  },
});

/** A bank that does not answer is asked again, for as long as it takes; a card that it declines is not. */
const bank = { startToCloseTimeout: "5 seconds", retry: { initialInterval: "100ms" } };

const known = { pay: bank, refund: bank, write: { startToCloseTimeout: "5 seconds" } };
const orderV1 = register({ name: "order", version: 1, root: machine, activities: known });

function activities(say: Say) {
  let calls = 0;
  return activitiesOf(orderV1, {
    pay: ({ amount, card }) => {
      if (card === "expired") throw ApplicationFailure.nonRetryable("the card has expired", "Declined");
      say(`   the bank takes ${amount} from ${card}`);
      return { payment: `${card}-${amount}` };
    },
    // The key is the same at each attempt: a bank that knows it pays back once.
    refund: ({ payment }) => {
      calls += 1;
      say(`   the bank is to pay ${payment} back, call ${calls}`);
      if (calls < 3) throw new Error("the line is busy");
      return null;
    },
    write: ({ words }) => say(`   a letter: ${words}`),
  });
}

async function story({ start }: Parameters<Example["story"]>[0]): Promise<void> {
  const first = await start(orderV1, { amount: 200, card: "expired" });
  await first.reach("unpaid");
  await first.pass(2 * DAY);
  await first.send({ type: "payWith", card: "visa" });
  await first.reach("paid");
  await first.send({ type: "delivered" });
  await first.pass(29 * DAY);
  await first.send({ type: "sendBack", why: "too small" });
  await first.over();

  const second = await start(orderV1, { amount: 300, card: "visa" });
  await second.reach("paid");
  await second.send({ type: "delivered" });
  await second.pass(30 * DAY);
  await second.send({ type: "sendBack", why: "too late" });
  await second.over();
}

export const order: Example = { machine: orderV1, activities, story };
