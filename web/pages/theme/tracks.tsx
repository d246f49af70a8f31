// A local track: the same steps once in each organisation, with how far each is and the one press that brings it on.
import type { FoundationJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Lines, Press, Submit } from "../../site/forms.tsx";
import type { Known } from "../network-of.ts";
import type { ThemePageWords } from "./words.ts";

type Track = FoundationJson["tracks"][number];
type Props = { at: At; known: Known; track: Track; words: ThemePageWords };
type RowProps = Props & { row: Track["organisations"][number]; index: number };

/** Organisations by steps. */
export function Tracks({ at, known, track, words }: Props) {
  const { id, title, steps, lacks, organisations } = track;
  const acts = !known.ended && (known.mayDo("startTrack") || known.mayDo("completeStep"));
  const isWaiting = organisations.some(({ state }) => state === "waiting");
  return (
    <section id={`track-${id}`}>
      <h2>{title}</h2>
      {organisations.length === 0 && <p class="empty">{words.track.none}</p>}
      {lacks.length > 0 && (isWaiting || organisations.length === 0) && (
        <>
          <p>{words.track.lacks}</p>
          <ul>
            {lacks.map((one) => (
              <li class="unmet">{one}</li>
            ))}
          </ul>
        </>
      )}
      {organisations.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label={title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.track.organisation}</th>
                {steps.map((step) => (
                  <th scope="col">{step.title}</th>
                ))}
                {acts && <th scope="col">{words.track.next}</th>}
              </tr>
            </thead>
            <tbody>
              {organisations.map((row, index) => (
                <Row {...{ at, known, track, words, row, index }} acts={acts} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row(props: RowProps & { acts: boolean }) {
  const { track, words, row, acts } = props;
  const { organisation, state, done, next } = row;
  const { track: said } = words;
  return (
    <tr>
      <th scope="row">
        {`${organisation} `}
        <span class={`pill${state === "ended" ? " strong" : ""}`}>{said.states[state]}</span>
      </th>
      {track.steps.map(({ id }) => (
        <td>{done.includes(id) ? `✓ ${said.done}` : id === next?.id ? said.current : said.rest}</td>
      ))}
      {acts && <td>{state === "waiting" ? <Start {...props} /> : <Complete {...props} />}</td>}
    </tr>
  );
}

function Start({ at, known, track, words, row, index }: RowProps) {
  const { organisation, mayStart } = row;
  if (!mayStart || !known.mayDo("startTrack")) return null;
  const id = `start-${track.id}-${index}`;
  const action = doUrl(known.id, "startTrack");
  const fields = { "d.track": track.id, "d.organisation": organisation, said: words.track.started };
  if (track.lacks.length === 0)
    return <Press {...{ at, id, action, fields }} label={words.track.start} about={organisation} />;
  return (
    <details open={at.form?.id === id}>
      <summary>
        {words.track.startAnyway}
        <span class="sr-only">{`: ${organisation}`}</span>
      </summary>
      <Form {...{ at, id, action }}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Lines {...{ at, id }} name="d.note" label={words.track.note} rows={3} required />
        <Submit label={words.track.start} kind="secondary" />
      </Form>
    </details>
  );
}

function Complete({ at, known, track, words, row, index }: RowProps) {
  const { organisation, next } = row;
  if (!next || !known.mayDo("completeStep")) return null;
  const fields = {
    "d.track": track.id,
    "d.organisation": organisation,
    "d.step": next.id,
    said: words.track.completed,
  };
  return (
    <Press
      {...{ at, fields }}
      id={`step-${track.id}-${index}`}
      action={doUrl(known.id, "completeStep")}
      label={words.track.complete(next.title)}
      about={organisation}
    />
  );
}
