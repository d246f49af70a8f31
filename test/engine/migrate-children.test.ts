// What becomes of children and tasks that are under way when their machines become another version.
import { fromPromise, sendTo } from "xstate";
import { describe, expect, test } from "vitest";
import { migrate } from "../../machines/engine/migrate.ts";
import { renamed, struck } from "../../machines/engine/migrate-tools.ts";
import { settle } from "../../machines/engine/answers.ts";
import { advance } from "../../machines/engine/timers.ts";
import { ROOT, type Machines, type State } from "../../machines/engine/types.ts";
import { after, machine, said, snap, toNext, tree } from "./versions.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

describe("children and tasks", () => {
  const kid = machine({ id: "kid", initial: "a", states: { a: { after: { 10: "b" } }, b: { type: "final" } } });
  const task = fromPromise(() => Promise.resolve(1));
  const calling = (invoke: Loose, actors: Loose, more: Loose = {}) =>
    machine({ initial: "a", states: { a: { invoke }, b: {} }, ...more }, actors);
  const old = tree(
    calling(
      [
        { src: "kid", id: "kid" },
        { src: "task", id: "task" },
      ],
      { kid, task },
    ),
    { kid },
  );
  const state = after(old);
  const rest = { ...old, kid: undefined } as unknown as Machines;

  test("an actor whose machine is gone, or is not its parent's any more, is a problem", () => {
    expect(said(toNext(old, rest, state))).toEqual(["kid: no machine is named «kid» any more"]);
    const alone = tree(calling([{ src: "task", id: "task" }], { task }), { kid });
    expect(said(toNext(old, alone, state))).toEqual([
      "kid: its parent's machine has no actor «kid» any more",
      `${ROOT} › child kid: no state it is in invokes «kid» under that id any more`,
    ]);
  });

  test("children are checked as the root is, each under its key", () => {
    const other = machine({ id: "kid", initial: "c", states: { c: {} } });
    const actors = { kid: other, task };
    const next = tree(
      calling(
        [
          { src: "kid", id: "kid" },
          { src: "task", id: "task" },
        ],
        actors,
      ),
      { kid: other },
    );
    expect(said(toNext(old, next, state))).toEqual(["kid › a: the state does not exist any more"]);
  });

  test("a task that is no activity any more, or that no state invokes any more, is a problem", () => {
    const gone = tree(calling([{ src: "kid", id: "kid" }], { kid }), { kid });
    expect(said(toNext(old, gone, state))).toEqual([
      `${ROOT} › task task: «task» is no activity of its machine any more`,
      `${ROOT} › child task: no state it is in invokes «task» under that id any more`,
    ]);
    const machines = tree(
      calling(
        [
          { src: "kid", id: "kid" },
          { src: "task", id: "task" },
        ],
        { kid, task: kid },
      ),
      { kid, task: kid },
    );
    expect(said(toNext(old, machines, state))[0]).toMatch("no activity");
  });

  test("an activity or machine that is newly invoked where nothing runs is a problem; one that is over is none", () => {
    const actors = { kid, task, other: task };
    const more = [
      { src: "kid", id: "kid" },
      { src: "task", id: "task" },
      { src: "other", id: "other" },
    ];
    const next = tree(calling(more, actors), { kid });
    const missing = [`${ROOT} › a: it now invokes «other», which does not run`];
    expect(said(toNext(old, next, state))).toEqual(missing);
    const { gen } = state.tasks[0]!;
    const answered = settle(old, state, { actor: ROOT, id: "task", gen }, { ok: true, output: 1 }, 0).state;
    expect(said(toNext(old, next, advance(old, answered, 10).state))).toEqual(missing);
    expect(said(toNext(old, old, advance(old, answered, 10).state))).toEqual([]);
    expect(said(migrate({ machines: old, version: 2 }, { version: 1 }, answered))).toEqual([]);
  });

  test("what is struck out is gone with all below it, and said; what only half is, is a problem", () => {
    const gone = tree(calling([], {}));
    const both = toNext(old, gone, state, (copy) => struck(struck(copy, "task"), "kid"));
    expect(both).toMatchObject({ problems: [], state: { timers: [], tasks: [] } });
    expect(Object.keys(both.state!.actors)).toEqual([ROOT]);
    expect(snap(both.state!).children).toEqual({});
    expect(both.changes).toEqual([
      { change: "actor gone", actor: "kid" },
      { change: "task gone", actor: ROOT, id: "task", gen: state.tasks[0]!.gen },
    ]);
    const half = (strike: (copy: State) => void) => said(toNext(old, old, state, (copy) => (strike(copy), copy)));
    expect(half((copy) => void delete copy.actors["kid"])).toEqual([`${ROOT} › child kid: there is no such actor`]);
    expect(half((copy) => void delete snap(copy).children.kid)).toEqual([
      "kid: its parent «network» has no child «kid»",
    ]);
    expect(half((copy) => void delete snap(copy).children.task)).toEqual([
      `${ROOT} › task task: «${ROOT}» has no such child`,
    ]);
  });

  test("an actor that the migration adds begins as it says, with the delays of its state", () => {
    const spawned = { snapshot: { status: "active" }, src: "kid", syncSnapshot: false };
    const adding = (copy: State) => {
      snap(copy).children.more = spawned;
      return { ...copy, actors: { ...copy.actors, more: { ...copy.actors["kid"]!, id: "more" } } };
    };
    const made = toNext(old, old, { ...state, now: 3 }, adding);
    expect(made).toMatchObject({
      problems: [],
      changes: [{ change: "actor new" }, { change: "timer armed", dueAt: 13 }],
    });
    const kid = state.actors["kid"]!;
    const failed = { ...state, actors: { ...state.actors, kid: { ...kid, snap: { status: "error" } } } };
    expect(said(toNext(old, old, failed, (copy) => ((copy.actors["kid"] = kid), copy)))).toEqual([]);
  });

  test("what an actor that is gone still has on its way to another arrives", () => {
    const timer = { actor: "gone", id: "x", event: { type: "x" }, dueAt: 9, armedAt: 0, n: 0, to: "kid" };
    const state = after(old);
    const made = toNext(old, old, { ...state, timers: [timer, { ...timer, loose: true as const }] });
    expect(made.state!.timers.filter(({ actor }) => actor === "gone")).toEqual([{ ...timer, loose: true }]);
  });

  test("a timer whose receiver is struck out is a problem; one of an actor struck out goes with it", () => {
    const tells = { on: { tell: { actions: sendTo("kid", { type: "hi" }, { delay: 5, id: "hi" }) } } };
    const machines = tree(calling([{ src: "kid", id: "kid" }], { kid }, tells), { kid });
    const strike = (copy: State) => {
      const { timers } = copy;
      return { ...struck(copy, "kid"), timers };
    };
    const next = tree(calling([], {}));
    const made = toNext(machines, next, after(machines, ["tell", 1]), strike);
    expect(said(made)).toEqual([`${ROOT} › timer hi: its receiver «kid» does not exist any more`]);
    expect(made.changes).toContainEqual({
      change: "timer dropped",
      actor: "kid",
      id: "xstate.after.10.kid.a",
      dueAt: 10,
    });
    expect(toNext(machines, next, after(machines, ["tell", 1]), (copy) => struck(copy, "kid")).state!.timers).toEqual(
      [],
    );
  });

  test("a child that is over and has no place in the new version is struck out", () => {
    const over = advance(old, state, 10).state;
    expect(Object.keys(over.actors)).toEqual([ROOT, "kid"]);
    const alone = tree(calling([{ src: "task", id: "task" }], { task }));
    const made = toNext(old, alone, over);
    expect(made).toMatchObject({ problems: [], changes: [{ change: "actor gone", actor: "kid" }] });
    expect(Object.keys(snap(made.state!).children)).toEqual(["task"]);
    const failed = {
      ...state,
      actors: { ...state.actors, kid: { ...state.actors["kid"]!, snap: { status: "error" } } },
    };
    const next = toNext(old, old, failed, (copy) =>
      struck(renamed(copy, { src: "kid", state: "kid.a", to: "c" }), "task"),
    );
    expect(next.state!.actors["kid"]).toEqual(failed.actors["kid"]);
  });
});
