// The one Temporal timer of a network.
import { CancellationScope, isCancellation, sleep } from "@temporalio/workflow";

/** Rings at an instant (ms); setting another one replaces it, setting the same one keeps it. */
export class Alarm {
  rang = false;
  at = 0;
  private scope: CancellationScope | undefined;

  /** Undefined: nothing is due. */
  set(at: number | undefined): void {
    if (this.scope && !this.rang && this.at === at) return;
    this.scope?.cancel();
    this.scope = undefined;
    this.rang = false;
    if (at === undefined) return;
    this.at = at;
    const wait = Math.max(1, at - wallClock());
    const scope = new CancellationScope();
    this.scope = scope;
    // The scope's own promise is not waited for: every pending promise has its stack kept, a kilobyte for each workflow.
    void scope.run(async () => {
      void sleep(wait, { summary: "next due" }).then(
        () => {
          if (this.scope === scope) this.rang = true;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    });
  }
}

/** Inside a workflow this is Temporal's own clock: the same at every replay. */
export const wallClock = (): number => Date.now(); // oxlint-disable-line
