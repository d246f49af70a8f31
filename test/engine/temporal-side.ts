// The Temporal host under test: an instance on a stepped clock, seen through its queries and through what the server has
// on record. Nothing of it is told by the workflow's own word where the server's can be had.
import { setTimeout as sleep } from "node:timers/promises";
import type { WorkflowHandle } from "@temporalio/client";
import { Ended } from "../../api/update.ts";
import { MAX_RECORDS, type Instance } from "../../machines/engine/instance.ts";
import { keyOf } from "../../machines/engine/refs.ts";
import type { Json, Machines } from "../../machines/engine/types.ts";
import type { Carried } from "../support/instances.ts";
import { pictureOf } from "./engine-side.ts";
import type { Picture, Trace } from "./oracle.ts";
import type { Outside } from "./outside.ts";
import { isApart, NAME } from "./cases.ts";
import type { Script } from "./plan.ts";
import type { Asking, Host, Side } from "./side.ts";
import { Calls, type Call } from "./temporal-calls.ts";
import { rest } from "./temporal-rest.ts";

type Parts = { carried: Carried; outside: Outside };
/** `eventsPerRun`: how soon a run continues as new; `prefix` begins the instance's id. */
type Options = { eventsPerRun?: number | undefined; prefix?: string };

export const temporalHost =
  (parts: Parts, options: Options = {}): Host =>
  (script, machines) =>
    new TemporalSide(parts, options, script, machines);

class TemporalSide implements Side {
  readonly isPunctual = true;
  refusal: string | undefined;
  private readonly id: string;
  private readonly handle: WorkflowHandle;
  private readonly calls: Calls;
  private readonly parts: Parts;
  private readonly options: Options;
  private readonly script: Script;
  private readonly machines: Machines;
  private now = 0;
  private isOver = false;
  private asked: Call[] = [];
  /** Keys of the tasks that the server knows to be under way, and of those given up in the step that asked for them. */
  private underWay: string[] = [];
  private readonly brief = new Set<string>();

  constructor(parts: Parts, options: Options, script: Script, machines: Machines) {
    this.parts = parts;
    this.options = options;
    this.script = script;
    this.machines = machines;
    this.id = `${options.prefix ?? "script"}-${parts.carried.newKey()}`;
    this.handle = parts.carried.client.workflow.getHandle(this.id);
    this.calls = new Calls(parts.carried.client, this.id);
  }

  async start(): Promise<void> {
    const { eventsPerRun } = this.options;
    const input = { n: 0, script: this.script } as unknown as Json;
    const more = eventsPerRun === undefined ? {} : { eventsPerRun };
    await this.parts.carried.start({ name: NAME, version: 1 }, { id: this.id, input, clock: "stepped", ...more });
    await this.rest();
  }

  async send(to: string, event: { type: string }): Promise<void> {
    const { carried } = this.parts;
    await this.unlessOver(async () => {
      const { answer } = await carried.send(this.id, { key: carried.newKey(), to, event, at: this.now });
      if (answer.ok) return;
      if (answer.code === "fault") this.refusal = answer.why;
      else await carried.advance(this.id, this.now);
    });
  }

  async wait(ms: number): Promise<void> {
    this.now += ms;
    await this.unlessOver(async () => void (await this.parts.carried.advance(this.id, this.now)));
  }

  async settle({ lasting }: Asking, ok: boolean, value: object): Promise<void> {
    const key = this.keyOf(lasting);
    if (!key || !this.underWay.includes(key)) await this.wait(0);
    if (key) this.parts.outside.settle(key, ok, value);
    await this.rest();
  }

  async answerDuring(send: () => Promise<void>, { lasting }: Asking, value: object): Promise<void> {
    const { outside } = this.parts;
    const key = this.keyOf(lasting)!;
    const answered = outside.whileActing(async () => {
      const held = outside.heldAs(key);
      // The run that had begun it is over: nobody is there to answer to.
      if (!held) return;
      const { runId, activityId } = held;
      outside.settle(key, true, value);
      const isHeard = async () => {
        const now = await this.handle.describe();
        return now.runId !== runId || !now.raw.pendingActivities?.some((one) => one.activityId === activityId);
      };
      while (!(await isHeard())) await sleep(2);
    });
    await Promise.all([answered, send()]);
  }

  async picture(): Promise<Picture | undefined> {
    if (isApart(this.script)) return undefined;
    const { state } = await this.whole();
    const byKey = new Map(state.tasks.map(({ gen, actor, id }) => [`${this.id}/task/${gen}`, keyOf(actor, id)]));
    const tasks = this.underWay.map((key) => byKey.get(key) ?? `${key}, for which nobody waits`);
    return { ...pictureOf(this.machines, state), tasks: tasks.sort() };
  }

  async traces() {
    const { records } = await this.whole();
    const said = records.flatMap((record): Trace => {
      if (record.do === "emit") return [["emit", record.actor, record.event]];
      if (record.do === "log") return [["log", record.words]];
      return /was not carried out/.test(record.message) ? [["fault", record.message]] : [];
    });
    if (isApart(this.script)) return { root: this.asked.filter((call) => !isTask(call)).map(({ line }) => line) };
    // Of more the oldest are kept no longer.
    return { outside: this.asked.map(({ line }) => line), ...(records.length < MAX_RECORDS && { said }) };
  }

  async end(): Promise<void> {
    if (!this.isOver) await this.handle.terminate().catch(() => {});
    this.parts.outside.release(this.id);
  }

  private keyOf(lasting: number): string | undefined {
    return this.asked.filter(isTask)[lasting]?.key;
  }

  private async unlessOver(ask: () => Promise<void>): Promise<void> {
    if (this.isOver) return;
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
    }
    await this.rest();
  }

  private async rest(): Promise<void> {
    const { outside, carried } = this.parts;
    const { client } = carried;
    const below = isApart(this.script) ? () => this.calls.children() : undefined;
    const { isOver, underWay } = await rest({ client, outside, below }, this.id);
    this.isOver = isOver;
    this.underWay = underWay;
    const known = new Set(this.asked.map(({ key }) => key));
    const calls = await this.calls.all();
    for (const call of calls)
      if (isTask(call) && !known.has(call.key) && !underWay.includes(call.key)) this.brief.add(call.key);
    this.asked = calls.filter(({ key }) => !this.brief.has(key));
    if (this.refusal === undefined && (await this.hasBegun())) this.refusal = await this.faultOfRoot();
  }

  private async hasBegun(): Promise<boolean> {
    if (!this.isOver) return true;
    try {
      await this.handle.result();
      return true;
    } catch (error) {
      this.refusal = String((error as Error).cause ?? error);
      return false;
    }
  }

  private async faultOfRoot(): Promise<string | undefined> {
    const { records } = await this.whole();
    const fault = records.find((record) => record.do === "fault" && record.undone);
    return fault?.do === "fault" ? fault.message : undefined;
  }

  private async whole(): Promise<Instance> {
    return await this.handle.query<Instance>("whole");
  }
}

const isTask = ({ line: [kind] }: Call): boolean => kind === "run";
