// One script on two sides, createActor and a host, compared after every step.
import { isDeepStrictEqual } from "node:util";
import { ROOT } from "../../machines/engine/types.ts";
import { machinesOf } from "./cases.ts";
import { engine, hostOf } from "./engine-side.ts";
import { Oracle, plain, type Hooks, type Picture, type Trace } from "./oracle.ts";
import type { Happening, Script } from "./plan.ts";
import type { Asking, Host, Side, Traces } from "./side.ts";

/** How far a script got: to its end, to a fault of the root (which only the oracle survives), or to what is refused here. */
export type Verdict = {
  ended: "played" | "failed" | "refused" | "loop" | "apart";
  steps: number;
  /** What left the oracle. */
  trace: Trace;
};

/** Plays a script on both sides. Throws at the first difference, with both sides in the message. */
export async function compare(script: Script, host: Host = hostOf(engine)): Promise<Verdict> {
  let hooks: Hooks | undefined;
  const machines = machinesOf(script, {
    act: (...args) => hooks?.act(...args),
    task: (...args) => hooks!.task(...args),
  });
  const oracle = new Oracle(machines[ROOT]!, { n: 0 });
  hooks = oracle.hooks;
  const side = host(script, machines);
  try {
    return { ...(await play(script.happenings, oracle, side)), trace: oracle.trace };
  } finally {
    await side.end?.();
  }
}

async function play(happenings: Happening[], oracle: Oracle, side: Side): Promise<Omit<Verdict, "trace">> {
  for (let at = -1; at < happenings.length; at++) {
    const happening = happenings[at];
    const perform = performing(oracle, happening, at);
    if (side.isPunctual && happening) oracle.wait(0);
    await perform(oracle);
    oracle.rest();
    if (oracle.isLoop) return { ended: "loop", steps: at + 1 };
    await perform(side);
    if (/has a child .* already/.test(side.refusal ?? "")) return { ended: "refused", steps: at + 1 };
    const difference = await differenceOf(oracle, side);
    if (difference && oracle.isApart) return { ended: "apart", steps: at + 1 };
    if (difference) throw new Error(`after ${happening ? JSON.stringify(happening) : "the start"}, ${difference}`);
    if (oracle.hasFailed) return { ended: "failed", steps: at + 1 };
  }
  return { ended: "played", steps: happenings.length };
}

/** Lets one thing happen to a side. Whom it happens to is found with the oracle, before it happens there. */
function performing(oracle: Oracle, happening: Happening | undefined, at: number) {
  type Verbs = Pick<Side, "start" | "send" | "wait" | "settle" | "answerDuring">;
  if (!happening) return (side: Verbs) => side.start();
  if ("wait" in happening) return (side: Verbs) => side.wait(happening.wait);
  if ("send" in happening) {
    const to = keyAt(oracle.picture(), happening.to);
    const send = (side: Verbs) => side.send(to, { type: happening.send });
    if (happening.late === undefined) return send;
    const late = askingOf(oracle, happening.late);
    return async (side: Verbs) => {
      if (side.answerDuring) return await side.answerDuring(() => send(side), late, { answer: at });
      await send(side);
      await side.settle(late, true, { answer: at });
    };
  }
  const { length } = oracle.pending;
  const value = happening.ok ? { answer: at } : { name: "Error", message: "refused" };
  if (length === 0) return (side: Verbs) => side.wait(0);
  const asking = askingOf(oracle, happening.answer);
  return (side: Verbs) => side.settle(asking, happening.ok, value);
}

function askingOf(oracle: Oracle, number: number): Asking {
  const index = number % oracle.pending.length;
  return { index, lasting: lasting(oracle).indexOf(oracle.pending[index]!) };
}

const lasting = ({ pending }: Oracle) => pending.filter(({ lasts }) => lasts);

function keyAt({ actors }: Picture, index: number): string {
  const keys = Object.keys(actors).sort();
  return index === 0 ? ROOT : (keys[index % keys.length] ?? ROOT);
}

/** The first thing in which the two sides differ, with both in words. */
async function differenceOf(oracle: Oracle, side: Side): Promise<string | undefined> {
  const differ = (what: string, theirs: unknown, ours: unknown) =>
    isDeepStrictEqual(plain(theirs), plain(ours))
      ? undefined
      : `${what}\n  createActor: ${JSON.stringify(theirs)}\n  here:        ${JSON.stringify(ours)}`;
  if (oracle.hasFailed !== (side.refusal !== undefined))
    return differ("whether the root failed", oracle.hasFailed, side.refusal ?? false);
  // A root that has failed is refused here: the state from before is kept.
  if (oracle.hasFailed) return undefined;
  const theirs = tracesOf(oracle);
  for (const [name, ours] of Object.entries(await side.traces())) {
    const difference = differ(`what left it (${name})`, theirs[name as keyof Traces], ours);
    if (difference) return difference;
  }
  const picture = await side.picture();
  return picture && differ("how it stands", oracle.picture(), picture);
}

type Line = [kind: string, actor: string, what: unknown];

/** The oracle's trace as hosts see it: an activity is told whose it is, but not the id of the task that it is. */
function tracesOf(oracle: Oracle): Required<Traces> {
  const lines = oracle.trace as Line[];
  const asked = new Set(lasting(oracle).map(({ line }) => line));
  const parentOf = (key: string) => key.split("/").slice(0, -1).join("/") || ROOT;
  return {
    all: lines,
    outside: lines
      .filter((line) => line[0] !== "log" && (line[0] !== "run" || asked.has(line)))
      .map(([kind, key, what]) => [kind, kind === "run" ? parentOf(key) : key, what]),
    root: lines.filter(([kind, actor]) => actor === ROOT && (kind === "act" || kind === "emit")),
    said: lines.filter(([kind]) => kind === "emit" || kind === "log"),
  };
}
