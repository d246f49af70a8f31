// What the tests of long lives stand on: ships on a real Temporal, and all that was asked of their activities.
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";
import { activitiesOf } from "../../../activities/instances.ts";
import type { About } from "../../../machines/engine/activities.ts";
import { useInstances, type Carried } from "../../support/instances.ts";
import { scoutV1, shipV1 } from "./voyage.ts";

export type Called = { name: string; input: unknown; about: About };

export type Harbour = {
  own: Carried;
  /** What an instance (or one apart from it, by the end of its id) had carried out, in order, with every repetition. */
  calls(id: string): Called[];
  /** Ids of all that had anything carried out. */
  instances(): string[];
  /** What is asked of an activity from now on, by this instance: it waits to be answered by hand. */
  hold(activity: "scale" | "forecast", id: string): Held[];
  runsOf(id: string): Promise<number>;
};

/** One asking that waits. */
export type Held = { about: About; answer(what: unknown): void };

export function useHarbour(): Harbour {
  const called: Called[] = [];
  const held = new Map<string, Held[]>();
  const calling = (name: string) => (input: unknown, about: About) => void called.push({ name, input, about });
  const note = calling("note");
  // Nobody asks for these any more, but the worker would wait for them when it ends.
  afterEach(() => {
    for (const { answer } of [...held.values()].flat()) answer(null);
    held.clear();
  });
  const answering = async <T>(name: string, input: unknown, about: About, answer: T): Promise<T> => {
    calling(name)(input, about);
    const waiting = held.get(`${name} ${about.instance}`);
    return waiting ? await new Promise((give) => waiting.push({ about, answer: give as Held["answer"] })) : answer;
  };
  const activities = {
    ...activitiesOf(shipV1, {
      note,
      scale: (input, about) => answering("scale", input, about, input),
      forecast: (input, about) => answering("forecast", input, about, `wind of day ${input.day}`),
      emitted: calling("emitted"),
    }),
    ...activitiesOf(scoutV1, { note }),
  };
  const own = useInstances({
    workflowsPath: fileURLToPath(new URL("long-lives.ts", import.meta.url)),
    activities,
  });
  return {
    own,
    calls: (id) => called.filter(({ about }) => about.instance === id),
    instances: () => [...new Set(called.map(({ about }) => about.instance))],
    hold: (activity, id) => {
      const waiting: Held[] = [];
      held.set(`${activity} ${id}`, waiting);
      return waiting;
    },
    runsOf: async (id) => {
      let count = 0;
      for await (const _ of own.client.workflow.list({ query: `WorkflowId = '${id}'` })) count += 1;
      return count;
    },
  };
}
