// Plans of machines, and of what happens to them, at random.
import fc from "fast-check";
import { TASK } from "./plan.ts";
import type {
  ActionPlan,
  DelayPlan,
  GuardPlan,
  Happening,
  InvokePlan,
  MovePlan,
  Plan,
  Receiver,
  StatePlan,
} from "./plan.ts";

/** Actors, events and ids come from small pools, so that things meet. */
const EVENTS = ["a", "b", "c", "x.y", "x.z"] as const;
const CHILD_IDS = ["k0", "k1"];
const SEND_IDS = ["t0", "t1"];

const few = <T>(of: fc.Arbitrary<T>, maxLength: number) => fc.array(of, { maxLength });
const maybe = <T>(of: fc.Arbitrary<T>, freq = 2) => fc.option(of, { nil: undefined, freq });
const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const mostly = rarely.map((is) => !is);
const event = fc.constantFrom(...EVENTS);
const delay: fc.Arbitrary<DelayPlan> = fc.constantFrom<DelayPlan[]>(
  0,
  5,
  5,
  10,
  10,
  20,
  20,
  "short",
  "computed",
  "inline",
);

const { guard } = fc.letrec<{ guard: GuardPlan }>((tie) => ({
  guard: fc.oneof(
    { maxDepth: 2 },
    fc.record({ is: fc.constant("atLeast" as const), n: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ is: fc.constantFrom("odd" as const, "inline" as const, "fromEvent" as const) }),
    fc.record({ is: fc.constant("in" as const), state: fc.nat(20), not: fc.boolean() }),
    fc.record({
      is: fc.constantFrom("and" as const, "or" as const),
      of: fc.array(tie("guard"), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ is: fc.constant("not" as const), of: tie("guard") }),
  ),
}));

const receiver: fc.Arbitrary<Receiver> = fc.oneof(
  fc.constantFrom("self" as const, "parent" as const, "sender" as const, "ref" as const, "named" as const),
  fc.record({ child: fc.nat(3) }),
  fc.record({ child: fc.nat(3) }),
);

const { action } = fc.letrec<{ action: ActionPlan }>((tie) => ({
  action: fc.oneof(
    { maxDepth: 2 },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("act" as const),
        params: fc.constantFrom("none" as const, "literal" as const, "computed" as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("inc" as const, "note" as const, "log" as const) }) },
    {
      weight: 2,
      arbitrary: fc.record(
        { do: fc.constant("raise" as const), event, delay: maybe(delay, 6), id: maybe(fc.constantFrom(...SEND_IDS)) },
        { requiredKeys: ["do", "event"] },
      ),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), id: fc.constantFrom(...SEND_IDS) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("send" as const),
        to: receiver,
        event,
        delay: maybe(delay, 1),
        id: maybe(fc.constantFrom(...SEND_IDS)),
        withSelf: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("emit" as const), event: fc.constantFrom("seen", "heard") }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("enqueue" as const),
        guard,
        ifSo: few(tie("action"), 2),
        always: few(tie("action"), 2),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("spawn" as const),
        src: fc.nat(3),
        id: fc.constantFrom(...CHILD_IDS),
        systemId: rarely,
        sync: rarely,
        over: rarely,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("assignSpawn" as const), src: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("stop" as const), id: fc.constantFrom(...CHILD_IDS, "ref") }) },
  ) as fc.Arbitrary<ActionPlan>,
}));

const sometimesThrow = fc.oneof(
  { weight: 100, arbitrary: action },
  { weight: 1, arbitrary: fc.constant<ActionPlan>({ do: "throw" }) },
);
const actions = few(sometimesThrow, 3);
const move = fc.record({
  to: maybe(fc.nat(20)),
  guard: maybe(guard, 1),
  reenter: fc.boolean(),
  actions,
}) as fc.Arbitrary<MovePlan>;
const invoke = fc.record({
  src: fc.oneof(fc.nat(3), fc.constant(TASK)),
  id: fc.constantFrom("own", "own", "own", "default", "default", ...CHILD_IDS),
  systemId: rarely,
  onDone: maybe(move),
  onError: maybe(move, 20),
  onSnapshot: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: move }),
}) as fc.Arbitrary<InvokePlan>;

const own = {
  entry: actions,
  exit: few(action, 2),
  on: few(
    fc.record({
      event: fc.constantFrom(...EVENTS, ...EVENTS, "*", "x.*"),
      moves: fc.array(move, { minLength: 1, maxLength: 2 }),
    }),
    3,
  ),
  after: few(
    fc.record({ delay: fc.constantFrom(0, 5, 5, 10, 10, 20, 20, "short" as const, "computed" as const), move }),
    2,
  ),
  always: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: few(move, 1) }),
  invoke: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: few(invoke, 2) }),
  onDone: maybe(move),
  tag: fc.boolean(),
};

const { state, atomic } = fc.letrec<{ state: StatePlan; atomic: StatePlan; pseudo: StatePlan }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: tie("atomic") },
    {
      weight: 2,
      arbitrary: stateOf(
        "compound",
        fc
          .tuple(
            tie("state"),
            few(fc.oneof({ weight: 3, arbitrary: tie("state") }, { weight: 2, arbitrary: tie("pseudo") }), 3),
          )
          .map(([first, more]) => [first, ...more]),
      ),
    },
    {
      weight: 1,
      arbitrary: stateOf(
        "parallel",
        fc
          .tuple(tie("state"), tie("state"), few(tie("pseudo"), 1))
          .map(([a, b, more]) => [a, b, ...more.filter(({ type }) => type !== "final")]),
      ),
    },
  ),
  atomic: stateOf("atomic", fc.constant([])),
  pseudo: fc.record({
    type: fc.constantFrom("final" as const, "final" as const, "shallow" as const, "deep" as const),
    entry: few(action, 1),
    exit: fc.constant([]),
    on: fc.constant([]),
    after: fc.constant([]),
    always: fc.constant([]),
    invoke: fc.constant([]),
    output: fc.boolean(),
    target: fc.boolean(),
    states: fc.constant([]),
  }) as fc.Arbitrary<StatePlan>,
}));

function stateOf(type: StatePlan["type"], states: fc.Arbitrary<StatePlan[]>): fc.Arbitrary<StatePlan> {
  return fc.record({ type: fc.constant(type), ...own, states }) as fc.Arbitrary<StatePlan>;
}

const top = fc.tuple(state, few(fc.oneof(state, atomic), 2), rarely).map(([first, more, isParallel]): StatePlan => ({
  type: isParallel ? "parallel" : "compound",
  entry: [],
  exit: [],
  on: [],
  after: [],
  always: [],
  invoke: [],
  states: [first, ...more],
}));
const ending = fc.tuple(top, own.entry, own.on, own.exit).map(([plan, entry, on, exit]): StatePlan => ({
  ...plan,
  entry,
  on,
  exit,
  states: plan.type === "parallel" ? plan.states : [...plan.states, { ...NOTHING, type: "final", output: true }],
}));
const NOTHING = { entry: [], exit: [], on: [], after: [], always: [], invoke: [], states: [] };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ send: event, to: fc.oneof(fc.constant(0), fc.nat(4)) }) },
  { weight: 3, arbitrary: fc.record({ wait: fc.constantFrom(0, 5, 10, 15, 40) }) },
  { weight: 2, arbitrary: fc.record({ answer: fc.nat(6), ok: fc.boolean() }) },
);

/** Two or three machines, and up to a dozen things that happen to them. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  machines: fc.array(fc.record({ top: ending, spawnsAtStart: rarely, isTolerant: mostly }), {
    minLength: 2,
    maxLength: 3,
  }),
  happenings: fc.array(happening, { minLength: 1, maxLength: 12 }),
});
