// Somebody who works on a network while everything around them is killed: what is not answered is asked again, with its key.
import { ApiError, type FremdriftClient } from "../../api/client.ts";
import { pause } from "./stack.ts";

const BETWEEN = 150;
const AGAIN = 50;

export type Stream = {
  /** Keys that were answered with yes. */
  acknowledged: string[];
  /** Whom to ask from now on; nobody while everything is down. */
  ask(client: FremdriftClient | undefined): void;
  /** Asks the machine one thing now, and comes back when it is answered: milliseconds it took. */
  one(): Promise<number>;
  stop(): Promise<void>;
};

/** `name`: what its keys begin with. Ideas (which the machine takes) and discoveries (which go straight to the store) by turns, each with a key of its own. */
export function streamOn(network: string, name = "known"): Stream {
  const acknowledged: string[] = [];
  let client: FremdriftClient | undefined;
  let count = 0;
  let stopping = false;

  const send = async (isIdea: boolean) => {
    const key = `${name}-${++count}`;
    const [type, data] = triggerFor(isIdea, key);
    for (;;) {
      try {
        if (client) {
          await client.trigger(network, type, data, key);
          acknowledged.push(key);
          return;
        }
      } catch (error) {
        if (error instanceof ApiError && error.problem.status < 500) throw error;
      }
      await pause(AGAIN);
    }
  };
  const running = (async () => {
    for (; !stopping; await pause(BETWEEN)) await send(count % 2 === 0);
  })();
  running.catch(() => {});

  return {
    acknowledged,
    ask: (next) => (client = next),
    one: async () => {
      const began = performance.now();
      await send(true);
      return performance.now() - began;
    },
    stop: async () => {
      stopping = true;
      await running;
    },
  };
}

function triggerFor(isIdea: boolean, key: string): [type: string, data: object] {
  return isIdea ? ["addIdea", { title: key }] : ["addDiscovery", { perspective: "citizen", text: key }];
}
