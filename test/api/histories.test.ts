// What Temporal keeps of a network is enough to tell all of its states again: the last of each run is what the next began with.
import { defaultDataConverter } from "@temporalio/common";
import { expect, test } from "vitest";
import { runIn, type Run } from "../../api/histories.ts";
import { moveAt, retold, type Move } from "../../machines/inspect/retold.ts";
import { VERSIONS } from "../../machines/network/versions.ts";
import { runsOf } from "../histories/histories.ts";

const RECORDED = ["network@1-real", "network@1-stepped"];
const client = { options: { loadedDataConverter: { ...defaultDataConverter, payloadCodecs: [] } } };

async function told(name: string): Promise<{ runs: Run[]; moves: Move[][] }> {
  const runs: Run[] = [];
  for (const { history } of runsOf(name)) runs.push(await runIn(client as never, history.events!));
  const moves = runs.map((run) => {
    const { plan } = run.began;
    return retold({ plan, machines: VERSIONS[run.machine]!.compile(plan) }, run);
  });
  return { runs, moves };
}

test.each(RECORDED)("%s: a run told again ends in the state that the next began with", async (name) => {
  const { runs, moves } = await told(name);
  expect(runs.length).toBeGreaterThan(1);
  expect(runs[0]!.began.state).toBeNull();
  for (const [index, run] of runs.slice(1).entries()) expect(moves[index]!.at(-1)!.network).toEqual(run.began.state);
  expect(moves.flat().length).toBeGreaterThan(50);
});

test("a timer that went off has let time pass, before anybody asked anything more", async () => {
  const { runs } = await told("network@1-real");
  const rang = runs.flatMap((run) =>
    run.came.flatMap(({ at, rang: did, asked }, index) =>
      did && asked.length === 0 ? [{ at, run: { ...run, came: run.came.slice(0, index + 1) } }] : [],
    ),
  );
  expect(rang.length).toBeGreaterThan(0);
  for (const { at, run } of rang) {
    const { plan } = run.began;
    const last = retold({ plan, machines: VERSIONS[run.machine]!.compile(plan) }, run).at(-1)!;
    expect(last.mover.type).toBe("timers");
    expect(last.network.state.now).toBeGreaterThanOrEqual(at);
  }
});

test("every entry has its move, and a move says what it was", async () => {
  const all = (await told("network@1-stepped")).moves.flat();
  const last = all.at(-1)!.network.n;
  for (let n = 1; n <= last; n++) {
    const move = moveAt(all, { n })!;
    const before = all[all.indexOf(move) - 1];
    expect(move.network.n).toBeGreaterThanOrEqual(n);
    expect(before === undefined || before.network.n < n).toBe(true);
  }
  const movers = all.map(({ mover }) => mover);
  expect(movers[0]).toEqual({ type: "begun" });
  expect(movers).toContainEqual(
    expect.objectContaining({ type: "trigger", trigger: "openPhase", by: expect.any(String) }),
  );
  expect(movers).toContainEqual({ type: "timers", timers: [expect.objectContaining({ actor: "network" })] });
  expect(moveAt(all, { at: all[0]!.network.state.now - 1 })).toBeUndefined();
});
