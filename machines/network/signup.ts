// The sign-up to one open meeting: open until it is closed or its deadline has passed, and open again if somebody says so. The order in
// which people come is the order of its events; whoever gets, loses or waits for a seat is told in the same step.
import { assign, enqueueActions, setup } from "xstate";
import type { Instant, Programme } from "../../programmes/types.ts";
import { AT, NEVER } from "../engine/types.ts";
import type { Kind } from "../ledger.ts";
import { PERSON, PLANNED } from "../recipients.ts";
import { movedUp, NO_PLACES, placeOf, risen, withoutPerson, withPerson, type Places } from "../signup/places.ts";
import { SIGN_UP, signUpId } from "../signup/standing.ts";
import { effects, notify, reasonIn, record, type Scope } from "./actions.ts";

/** `item`: id of the meeting. */
export type SignUpInput = { item: string };

type Context = SignUpInput & Places & { capacity?: number; deadline?: Instant };
type Event = Scope<Context>["event"];

/** Opens it, also anew and with other limits. */
const OPEN_SIGN_UP = "openSignUp";
const DEADLINE = `${AT}deadline`;

/** Whose place an event is about: the person it names, else whoever did it. */
const personIn = (event: Event): string => String(event["personId"] ?? event["by"]);

/** The machine of a sign-up; every meeting's has its own state. */
export function signUpMachine() {
  const about = ({ item }: Context) => ({ subject: `item:${item}` });
  const limits = assign(({ context, event }: Scope<Context>) => limitsAfter(context, event));
  const opened = [
    limits,
    record<Context>("signUp.opened", ({ context, event }) => ({
      ...about(context),
      ...reasonIn(event),
      data: {
        ...(context.capacity !== undefined && { capacity: context.capacity }),
        ...(context.deadline !== undefined && { deadline: context.deadline }),
      },
    })),
  ];
  const asked = notify<Context>(({ context }) => ({ ...about(context), rule: "signup-opened", to: [PLANNED] }));
  const closed = record<Context>("signUp.closed", ({ context, event }) => ({ ...about(context), ...reasonIn(event) }));
  const rise = placed(({ context }) => movedUp(context, context.capacity));
  const signUp = placed(({ context, event }) => withPerson(context, personIn(event), context.capacity));
  const withdraw = placed(({ context, event }) => withoutPerson(context, personIn(event), context.capacity));
  const opens = { target: "open", reenter: true, actions: [...opened, rise] as never };
  const withdraws = { withdrawSignUp: { guard: "isIn" as const, actions: withdraw as never } };

  return setup({
    types: {} as { context: Context; input: SignUpInput; events: Event },
    actions: effects,
    delays: { [DEADLINE]: ({ context }: { context: Context }) => context.deadline ?? NEVER },
    guards: {
      isIn: ({ context, event }) => placeOf(context, personIn(event)) !== undefined,
      // Those it is planned for are invited anyway.
      isForOthers: ({ event }) => event["forOthers"] === true,
      isNew: ({ context, event }) => placeOf(context, personIn(event)) === undefined,
    },
  }).createMachine({
    context: ({ input }) => ({ ...input, ...NO_PLACES }),
    initial: "fresh",
    states: {
      fresh: {
        on: {
          [OPEN_SIGN_UP]: [
            { guard: "isForOthers", target: "open", actions: opened as never },
            { target: "open", actions: [...opened, asked] as never },
          ],
        },
      },
      open: {
        after: { [DEADLINE]: { target: "closed", actions: closed as never } },
        on: {
          [OPEN_SIGN_UP]: opens,
          closeSignUp: { target: "closed", actions: closed as never },
          signUp: { guard: "isNew", actions: signUp as never },
          ...withdraws,
        },
      },
      closed: { on: { [OPEN_SIGN_UP]: opens, ...withdraws } },
    },
  });
}

/** What is left out stays as it was; a deadline that has passed is none. */
function limitsAfter({ capacity, deadline }: Context, event: Event) {
  const still = deadline !== undefined && deadline > event["at"] ? deadline : undefined;
  return { capacity: event["capacity"] ?? capacity, deadline: event["deadline"] ?? still };
}

/** Takes the places that an event leads to, and says in the ledger and to each person what became of theirs. */
const placed = (after: (scope: Scope<Context>) => Places) =>
  enqueueActions(({ context, event, enqueue }) => {
    const scope = { context, event } as Scope<Context>;
    const [before, then] = [scope.context, after(scope)];
    const tell = (kind: Kind, rule: string, person: string) => {
      const words = { subject: `item:${before.item}` };
      enqueue(record(kind, () => ({ ...words, ...reasonIn(scope.event), data: { person } })) as never);
      enqueue(notify(() => ({ ...words, ...reasonIn(scope.event), rule, to: [`${PERSON}${person}`] })) as never);
    };
    enqueue.assign({ seats: then.seats, waiting: then.waiting } as never);
    const person = personIn(scope.event);
    const [had, has] = [placeOf(before, person), placeOf(then, person)];
    if (scope.event.type === "signUp" && has === "seat") tell("signUp.seated", "signup-seated", person);
    if (scope.event.type === "signUp" && has === "waiting") tell("signUp.waiting", "signup-waiting", person);
    if (scope.event.type === "withdrawSignUp")
      tell("signUp.withdrawn", had === "seat" ? "signup-withdrawn" : "signup-unlisted", person);
    for (const one of risen(before, then)) tell("signUp.movedUp", "signup-moved-up", one);
  });

/** For the network: opens the sign-up of a meeting, which is there from the first time on. */
export const signUpOpened = ({ items }: Programme) =>
  enqueueActions(({ context, event, enqueue }) => {
    const { item, capacity, deadline, reason, at } = event as Event;
    const { signUps = [] } = context as { signUps?: string[] };
    if (!signUps.includes(item)) {
      enqueue.assign({ signUps: [...signUps, item] } as never);
      enqueue.spawnChild(SIGN_UP as never, { id: signUpId(item), input: { item } } as never);
    }
    const forOthers = items.some(({ id, openSignUp }) => id === item && openSignUp);
    enqueue.sendTo(signUpId(item), { type: OPEN_SIGN_UP, capacity, deadline, forOthers, reason, at } as never);
  });
