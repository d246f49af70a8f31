// Tells what a workflow does as it does it: Temporal itself, at replay, sees only in which order, not what or when.
import { proxySinks, type Sinks, type WorkflowInterceptors } from "@temporalio/workflow";

export interface Witness extends Sinks {
  witness: {
    /** `said`: JSON. */
    saw(what: "activity" | "timer" | "next run", said: string): void;
  };
}

const { witness } = proxySinks<Witness>();

export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleActivity(input, next) {
        witness.saw("activity", JSON.stringify(input.args[0]));
        return next(input);
      },
      startTimer(input, next) {
        witness.saw("timer", JSON.stringify(input.durationMs));
        return next(input);
      },
      continueAsNew(input, next) {
        witness.saw("next run", JSON.stringify(input.args[0]));
        return next(input);
      },
    },
  ],
});
