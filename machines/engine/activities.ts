// What a machine does outside itself, by name: how it is carried out, and by what function.
import type { AnyStateMachine, PromiseActorLogic, StateMachine } from "xstate";

/** How an activity is carried out: Temporal's options, times as «5 minutes» or milliseconds. */
export type ActivityOptions = {
  startToCloseTimeout: string | number;
  scheduleToCloseTimeout?: string | number;
  heartbeatTimeout?: string | number;
  retry?: {
    initialInterval?: string | number;
    backoffCoefficient?: number;
    maximumInterval?: string | number;
    maximumAttempts?: number;
    nonRetryableErrorTypes?: string[];
  };
};

/** For whom an activity is carried out. */
export type About = {
  /** The instance: its workflow's id. */
  instance: string;
  /** Key of the actor in it. */
  actor: string;
  /** When the machine asked for it (ms). */
  at: number;
  /** The same whenever it is tried again, also after the worker was killed: what it does outside can be done once by it. */
  key: string;
};

/** Each custom action and promise actor of a machine, and of those it names: its name and the function that carries it out. */
type Part<M> =
  // oxlint-disable-next-line typescript/no-explicit-any -- XState's own way to name a machine's parts
  M extends StateMachine<any, any, any, infer Actors, infer Actions, any, any, any, any, any, any, any, any, any>
    ? ActionPart<Actions> | ActorPart<Actors>
    : never;
type ActionPart<Action> = Action extends { type: infer Name extends string; params: infer Params }
  ? { name: Name; carry: (params: Params, about: About) => unknown }
  : never;
type ActorPart<Actor> = Actor extends { src: infer Name extends string; logic: infer Logic }
  ? Logic extends AnyStateMachine
    ? Part<Logic>
    : Logic extends PromiseActorLogic<infer Output, infer Input>
      ? { name: Name; carry: (input: Input, about: About) => Output | PromiseLike<Output> }
      : { name: Name; carry: (input: never, about: About) => unknown }
  : never;

/** The names under which a machine, and those it names, reach outside: custom actions and promise actors. */
export type ActivityName<M> = Part<M>["name"];

/** What a machine, and those it names, may emit. */
type Emitted<M> =
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  M extends StateMachine<any, any, any, infer Actors, any, any, any, any, any, any, any, infer Own, any, any>
    ? Own | (Actors extends { logic: infer Logic } ? Emitted<Logic> : never)
    : never;

/** The functions that carry out a machine's activities, typed by its setup. `emitted` gets each emitted event. */
export type Implementations<M> = {
  [Name in ActivityName<M> | "emitted"]?: Name extends "emitted"
    ? (event: Emitted<M>, about: About) => unknown
    : Extract<Part<M>, { name: Name }>["carry"];
};

/** The activity's name at Temporal: machines may use one name for different things. */
export const activityType = (machine: string, name: string): string => `${machine}.${name}`;
