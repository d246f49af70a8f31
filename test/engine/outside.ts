// What scripts on Temporal have carried out, in the test's own process: acts at once, tasks when the test says so.
import { Context } from "@temporalio/activity";
import { ApplicationFailure, ApplicationFailureCategory } from "@temporalio/common";
import type { About } from "../../machines/engine/activities.ts";

/** Where an activity stands at the server, and since when (ms). */
type Place = { workflowId: string; runId: string; activityId: string; since: number };
/** A task that is under way. */
type Held = Place & { key: string; settle: (ok: boolean, value: object) => void };

export class Outside {
  private held: Held[] = [];
  private gate: { opened: Promise<void>; reached: () => void } | undefined;

  /** Activities for a worker that carries machines of these names. */
  activitiesOf(names: string[]): Record<string, unknown> {
    const act = () => this.act();
    const task = (_: unknown, { key }: About) => this.task(key);
    const kinds = { act, task, emitted: act };
    return Object.fromEntries(
      names.flatMap((name) => Object.entries(kinds).map(([kind, carry]) => [`${name}.${kind}`, carry])),
    );
  }

  /** The key of the task whose activity that is. */
  keyAt(runId: string, activityId: string): string | undefined {
    return this.held.find((one) => one.runId === runId && one.activityId === activityId)?.key;
  }

  heldAs(key: string): Held | undefined {
    return this.held.find((one) => one.key === key);
  }

  settle(key: string, ok: boolean, value: object): void {
    for (const one of this.held.filter((other) => other.key === key)) one.settle(ok, value);
  }

  /** Lets go of all that an instance had asked for. */
  release(instance: string): void {
    for (const one of this.held.filter(({ key }) => key.startsWith(`${instance}/`))) one.settle(true, {});
  }

  /** No act is over while this goes on; it begins when one has begun. */
  async whileActing(meanwhile: () => Promise<void>): Promise<void> {
    let open = () => {};
    const opened = new Promise<void>((resolve) => void (open = resolve));
    await new Promise<void>((reached) => void (this.gate = { opened, reached }));
    try {
      await meanwhile();
    } finally {
      this.gate = undefined;
      open();
    }
  }

  private async act(): Promise<null> {
    this.makeRoom(placeOfThis());
    this.gate?.reached();
    await this.gate?.opened;
    return null;
  }

  private async task(key: string): Promise<unknown> {
    const place = placeOfThis();
    this.makeRoom(place);
    return await new Promise((resolve, reject) => {
      const settle = (ok: boolean, value: object) => {
        this.held = this.held.filter((other) => other !== one);
        if (ok) resolve(value);
        else reject(failureOf(value as Error));
      };
      const one: Held = { ...place, key, settle };
      this.held.push(one);
    });
  }

  /** A run has begun something, so those before it are over, and nobody waits any more for what they began. */
  private makeRoom({ workflowId, runId, since }: Place): void {
    const isOver = (one: Held) => one.workflowId === workflowId && one.runId !== runId && one.since < since;
    for (const one of this.held.filter(isOver)) one.settle(true, {});
  }
}

function placeOfThis(): Place {
  const { activityId, workflowExecution, scheduledTimestampMs: since } = Context.current().info;
  return { ...workflowExecution!, activityId, since };
}

/** Benign: it is expected, and no line in anybody's log. */
const failureOf = ({ name: type, message }: Error) =>
  ApplicationFailure.create({ type, message, nonRetryable: true, category: ApplicationFailureCategory.BENIGN });
