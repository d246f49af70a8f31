// What the tests of long lives stand on: ships on a real Temporal, and all that was asked of their activities.
import { fileURLToPath } from "node:url";
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
  /** Lets the forecast wait for an answer by hand, while `with` is under way. */
  holdForecast(id: string): Held[];
  runsOf(id: string): Promise<number>;
};

/** One asking for a forecast that waits. */
export type Held = { key: string; answer(wind: string): void };

export function useHarbour(): Harbour {
  const called: Called[] = [];
  const held = new Map<string, Held[]>();
  const calling = (name: string) => (input: unknown, about: About) => void called.push({ name, input, about });
  const note = calling("note");
  const activities = {
    ...activitiesOf(shipV1, {
      note,
      scale: ({ kilos }: { kilos: number }, about: About) => {
        calling("scale")({ kilos }, about);
        return { kilos };
      },
      forecast: ({ day }: { day: number }, about: About) => {
        calling("forecast")({ day }, about);
        const waiting = held.get(about.instance);
        if (!waiting) return Promise.resolve(`wind of day ${day}`);
        return new Promise<string>((answer) => waiting.push({ key: about.key, answer }));
      },
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
    holdForecast: (id) => {
      const waiting: Held[] = [];
      held.set(id, waiting);
      return waiting;
    },
    runsOf: async (id) => {
      let count = 0;
      for await (const _ of own.client.workflow.list({ query: `WorkflowId = '${id}'` })) count += 1;
      return count;
    },
  };
}
