// What the machine does outside itself. An activity may be carried out more than once: `key` is the same each time.
import { ApplicationFailure } from "@temporalio/common";
import { activitiesOf } from "../../activities/instances.ts";
import { customsV1, parcelV1 } from "./machine.ts";

/** `say` prints a line; `declared` is told which instance waits for the customs office. */
export function activities(say: (line: string) => void, declared: (instance: string) => void) {
  const calls = new Map<string, number>();
  const callOf = (key: string) => {
    const call = (calls.get(key) ?? 0) + 1;
    calls.set(key, call);
    return call;
  };
  return {
    ...activitiesOf(parcelV1, {
      fetch: ({ name }) => {
        if (name === "kettle" && callOf(name) === 1)
          throw ApplicationFailure.nonRetryable("it is not on its shelf", "Missing");
        say(`the ${name} is fetched`);
        return null;
      },
      book: ({ carrier }, { key }) => {
        if (carrier === "bicycle") throw ApplicationFailure.nonRetryable("too heavy for a bicycle", "TooHeavy");
        // A carrier that is told the same key twice books once.
        const call = callOf(key);
        say(`the ${carrier} is called, call ${call}`);
        if (call < 3) throw new Error("the line is busy");
        return { number: `${carrier}-1` };
      },
      write: ({ words }) => say(`a letter: ${words}`),
      emitted: (event) => say(`on the parcel's page: ${JSON.stringify(event)}`),
    }),
    ...activitiesOf(customsV1, {
      declare: ({ things }, { instance }) => {
        say(`customs are told of ${things.join(" and ")}`);
        declared(instance);
      },
    }),
  };
}
