// How a network ends: with what was agreed and the follow-ups it leaves, or stopped before its time.
import { doUrl } from "../../site/do.ts";
import { Form, Input, Lines, Picks, Submit } from "../../site/forms.tsx";
import type { Seen } from "./network.tsx";
import { NETWORK } from "./words.ts";

const OUTCOMES = ["scale", "spread", "handOver", "evaluate", "end"];
const ROWS = [0, 1, 2];

/** For who has the right to either. */
export function Ending({ at, known: { id, mayDo } }: Seen) {
  const words = NETWORK[at.language];
  return (
    <>
      {mayDo("closeNetwork") && (
        <details id="ending" open={at.form?.id === "close-network"}>
          <summary>{words.ending}</summary>
          <p>{words.endingLead}</p>
          <Form at={at} id="close-network" action={doUrl(id, "closeNetwork")}>
            <Picks
              at={at}
              id="close-network"
              name="d.outcome"
              label={words.endingLabel}
              choices={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] ?? value }))}
            />
            <fieldset>
              <legend>{words.followUps}</legend>
              <span class="form-hint">{words.followUpsHint}</span>
              {ROWS.map((i) => (
                <div class="grid2">
                  <Input at={at} id="close-network" name={`d.followUps.${i}.title`} label={words.followUp.title} />
                  <Input
                    at={at}
                    id="close-network"
                    name={`d.followUps.${i}.owner`}
                    label={words.followUp.owner}
                    type="email"
                  />
                  <Input
                    at={at}
                    id="close-network"
                    name={`d.followUps.${i}.due`}
                    label={words.followUp.due}
                    type="date"
                  />
                </div>
              ))}
            </fieldset>
            <Lines at={at} id="close-network" name="d.reason" label={words.reason} />
            <Submit label={words.end} kind="secondary" />
          </Form>
        </details>
      )}
      {mayDo("stopNetwork") && (
        <details open={at.form?.id === "stop-network"}>
          <summary>{words.stop}</summary>
          <p>{words.stopLead}</p>
          <Form at={at} id="stop-network" action={doUrl(id, "stopNetwork")}>
            <Lines at={at} id="stop-network" name="d.reason" label={words.stopReason} required />
            <Submit label={words.stopIt} kind="secondary" />
          </Form>
        </details>
      )}
    </>
  );
}
