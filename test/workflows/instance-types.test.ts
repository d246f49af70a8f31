// What a developer is told before anything runs: by the compiler where it can be seen, else when the worker starts.
import { expect, test } from "vitest";
import { activitiesOf } from "../../activities/instances.ts";
import { instanceOf } from "../../workflows/instance.ts";
import { register } from "../../machines/engine/register.ts";
import { askerV1, bossV1, workerV1 } from "./trials/machines.ts";

const act = ({ how }: { how: string }) => how;
const ask = ({ how }: { how: string }) => how;
const emitted = () => {};

test("an activity that no function carries out is named before a worker starts", () => {
  expect(() => activitiesOf(askerV1, { ask })).toThrow(
    "the machine «asker» asks for «act», «emitted»: give a function for each",
  );
});

test("a function for which there is no activity is named, by the compiler too", () => {
  // @ts-expect-error -- no setup names it
  expect(() => activitiesOf(askerV1, { act, ask, emitted, sing: act })).toThrow(
    "the machine «asker» declares no activity «sing»",
  );
  // @ts-expect-error -- emitted events are declared when registering
  expect(() => activitiesOf(workerV1, { emitted, work: act })).toThrow("declares no activity «emitted», «work»");
});

test("functions take and give what the setup says, or the compiler refuses them", () => {
  // @ts-expect-error -- the action's params are { how: string }
  activitiesOf(askerV1, { act: ({ how }: { how: number }) => how, ask, emitted });
  // @ts-expect-error -- the promise actor's input is { how: string }
  activitiesOf(askerV1, { act, ask: ({ what }: { what: string }) => what, emitted });
  // @ts-expect-error -- and its output a string
  activitiesOf(askerV1, { act, ask: () => 1, emitted });
  // @ts-expect-error -- the event that is emitted has a number n
  activitiesOf(askerV1, { act, ask, emitted: ({ n }: { n: string }) => n });
  const whole = activitiesOf(askerV1, {
    act: ({ how }, { key }) => `${how.trim()} ${key.trim()}`,
    ask: async ({ how }) => await Promise.resolve(how.trim()),
    emitted: ({ n }) => n.toFixed(),
  });
  expect(Object.keys(whole)).toEqual(["asker.act", "asker.ask", "asker.emitted"]);
});

test("names of activities are those of the setup, or the compiler refuses them", () => {
  const { root } = askerV1;
  const quick = { startToCloseTimeout: "5s" };
  const activities = { act: quick, ask: quick };
  // @ts-expect-error -- a wrong name
  expect(() => register({ name: "asker", version: 1, root, activities: { act: quick, aks: quick } })).toThrow(/ask/);
  expect(register({ name: "asker", version: 1, root, activities }).name).toBe("asker");
});

test("two machines of one name and version are not carried together", () => {
  const other = register({ name: "boss", version: 1, root: workerV1.root });
  expect(() => instanceOf([bossV1, other])).toThrow("two machines are named boss@1: give one of them another version");
  expect(instanceOf([bossV1, workerV1, bossV1])).toBeTypeOf("function");
});
