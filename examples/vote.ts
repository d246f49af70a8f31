// A vote with a deadline that can be moved, and a reminder that moves with it. Play it: `npx tsx examples/play.ts vote`.
import { assign, emit, setup } from "xstate";
import { activitiesOf } from "../activities/instances.ts";
import { register } from "../machines/engine/register.ts";
import type { Example, Say } from "./stage.ts";

const DAY = 86_400_000;

type Ballots = Record<string, "yes" | "no">;

const machine = setup({
  types: {} as {
    /** `deadline`: an instant (ms). */
    context: { voters: string[]; deadline: number; ballots: Ballots };
    input: { voters: string[]; deadline: number };
    events: { type: "vote"; who: string; choice: "yes" | "no" } | { type: "extend"; deadline: number };
    emitted: { type: "counted"; yes: number; no: number };
    output: { passed: boolean };
  },
  actions: { remind: (_, _params: { who: string[] }) => {} },
  guards: {
    mayVote: ({ context, event }) => event.type === "vote" && context.voters.includes(event.who),
    isLater: ({ context, event }) => event.type === "extend" && event.deadline > context.deadline,
  },
  // A name that begins `at:` gives an instant, and is asked again after each event: moving the deadline moves both.
  delays: {
    "at:reminder": ({ context }) => context.deadline - 2 * DAY,
    "at:deadline": ({ context }) => context.deadline,
  },
}).createMachine({
  context: ({ input }) => ({ ...input, ballots: {} }),
  output: ({ context: { voters, ballots } }) => ({
    passed: count(ballots, "yes") > count(ballots, "no") && 2 * Object.keys(ballots).length >= voters.length,
  }),
  initial: "open",
  states: {
    open: {
      on: {
        // Who votes again has thought again: the last one counts.
        vote: {
          guard: "mayVote",
          actions: assign({ ballots: ({ context, event }) => ({ ...context.ballots, [event.who]: event.choice }) }),
        },
        extend: { guard: "isLater", actions: assign({ deadline: ({ event }) => event.deadline }) },
      },
      after: {
        "at:reminder": {
          actions: {
            type: "remind",
            params: ({ context: { voters, ballots } }) => ({ who: voters.filter((who) => !(who in ballots)) }),
          },
        },
        "at:deadline": "over",
      },
    },
    over: {
      type: "final",
      entry: emit(({ context: { ballots } }) => ({
        type: "counted",
        yes: count(ballots, "yes"),
        no: count(ballots, "no"),
      })),
    },
  },
});

const count = (ballots: Ballots, wanted: "yes" | "no"): number =>
  Object.values(ballots).filter((choice) => choice === wanted).length;

const letter = { startToCloseTimeout: "5 seconds" };
const voteV1 = register({ name: "vote", version: 1, root: machine, activities: { remind: letter }, emitted: letter });

const activities = (say: Say) =>
  activitiesOf(voteV1, {
    remind: ({ who }) => say(`   a letter to ${who.join(" and ")}: two days left`),
    emitted: (event) => say(`   on the notice board: ${JSON.stringify(event)}`),
  });

async function story({ start, anotherWorker }: Parameters<Example["story"]>[0]): Promise<void> {
  const poll = await start(voteV1, { voters: ["Ane", "Bo", "Cille", "Dan"], deadline: 7 * DAY });
  await poll.send({ type: "vote", who: "Ane", choice: "no" });
  await poll.send({ type: "vote", who: "Eva", choice: "no" });
  await poll.pass(3 * DAY);
  await poll.send({ type: "extend", deadline: 14 * DAY });
  await poll.send({ type: "extend", deadline: 4 * DAY });
  await poll.pass(5 * DAY);
  await poll.reach("open");
  await poll.send({ type: "vote", who: "Bo", choice: "yes" });
  await anotherWorker();
  await poll.send({ type: "vote", who: "Ane", choice: "yes" });
  await poll.pass(4 * DAY);
  await poll.pass(2 * DAY);
  await poll.send({ type: "vote", who: "Dan", choice: "no" });
  await poll.over();
}

export const vote: Example = { machine: voteV1, activities, story };
