// The test of an idea: what is agreed before it, and what is written while it runs.
import { shortDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Lines, Picks, Press, Submit } from "../../site/forms.tsx";
import type { Shown } from "./idea.tsx";
import { Folded, Reason } from "./idea-parts.tsx";
import { ONE_IDEA } from "./words-idea.ts";

const FIELDS = ["unit", "host", "leads", "what", "how"] as const;

/** Before a test: what is agreed, who backs it, and the start. */
export function PlanOfTest(shown: Shown) {
  const { at, known, idea } = shown;
  const words = ONE_IDEA[at.language];
  const isPlanned = Object.keys(idea.plan).length > 0;
  const isReady = idea.standings.every(({ met }) => met);
  const mayStart = known.mayDo("startTest") && idea.round < idea.rounds;
  return (
    <>
      <div class="inline">
        {mayStart && (
          <Press
            at={at}
            id="startTest"
            action={doUrl(known.id, "startTest")}
            fields={{ "d.idea": idea.id, said: words.startDone }}
            label={words.start}
            kind={isReady ? "primary" : "secondary"}
          />
        )}
        {known.mayDo("backTest") && !idea.backed && (
          <Press
            at={at}
            id="backTest"
            action={doUrl(known.id, "backTest")}
            fields={{ "d.idea": idea.id, said: words.backDone }}
            label={words.back}
            kind="primary"
          />
        )}
      </div>
      {known.mayDo("planTest") && (
        <Folded at={at} trigger="planTest" title={isPlanned ? words.planEdit : words.planFirst} open={!isPlanned}>
          <PlanForm {...shown} />
        </Folded>
      )}
    </>
  );
}

/** What is agreed of the test. */
export function Agreed({ at, known, idea }: Shown) {
  const words = ONE_IDEA[at.language];
  const told = { zone: known.zone, language: at.language };
  const rows = FIELDS.flatMap((field) => {
    const value = idea.plan[field];
    return value === undefined ? [] : [[words.shown[field]!, [value].flat().join(", ")] as const];
  });
  const { backed } = idea;
  if (rows.length === 0 && !backed) return null;
  return (
    <section aria-labelledby="agreed" data-part="agreed">
      <h2 id="agreed">{words.plan}</h2>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {backed && <p class="met">{words.backed(backed.name ?? "", shortDay(backed.at, told, known.now))}</p>}
    </section>
  );
}

function PlanForm({ at, known, idea }: Shown) {
  const words = ONE_IDEA[at.language];
  const id = "planTest";
  return (
    <Form at={at} id={id} action={doUrl(known.id, "planTest")}>
      <input type="hidden" name="d.idea" value={idea.id} />
      <input type="hidden" name="said" value={words.planDone} />
      {FIELDS.map((field) => {
        const [label, hint] = words.fields[field]!;
        const value = idea.plan[field];
        const shared = { at, id, label, hint, value: [value ?? ""].flat().join("\n") };
        if (field === "leads") return <Lines {...shared} name="d.leads:t" rows={2} />;
        return field === "unit" || field === "host" ? (
          <Input {...shared} name={`d.${field}`} />
        ) : (
          <Lines {...shared} name={`d.${field}`} rows={3} />
        );
      })}
      <Submit label={words.savePlan} />
    </Form>
  );
}

/** While a test runs: how it goes, what it showed, or that it cannot be carried out. */
export function Testing(shown: Shown) {
  const { at, known, idea } = shown;
  const words = ONE_IDEA[at.language];
  return (
    <>
      {known.mayDo("recordResult") && (
        <Folded at={at} trigger="recordResult" title={words.result} open>
          <Form at={at} id="recordResult" action={doUrl(known.id, "recordResult")}>
            <input type="hidden" name="d.idea" value={idea.id} />
            <input type="hidden" name="said" value={words.resultDone} />
            <Lines
              at={at}
              id="recordResult"
              name="d.result"
              label={words.resultText}
              hint={words.resultHint}
              rows={6}
              required
            />
            <Submit label={words.resultSend} />
          </Form>
        </Folded>
      )}
      {known.mayDo("checkInTest") && (
        <Folded at={at} trigger="checkInTest" title={words.checkIn}>
          <Form at={at} id="checkInTest" action={doUrl(known.id, "checkInTest")}>
            <input type="hidden" name="d.idea" value={idea.id} />
            <input type="hidden" name="said" value={words.checkInDone} />
            <div class="chips">
              <Picks
                at={at}
                id="checkInTest"
                name="d.what"
                label={words.checkInWhat}
                values={["checkIn"]}
                choices={Object.entries(words.checkInKinds).map(([value, label]) => ({ value, label }))}
              />
            </div>
            <Lines at={at} id="checkInTest" name="d.text" label={words.checkInText} required />
            <Submit label={words.save} />
          </Form>
        </Folded>
      )}
      {known.mayDo("abandonTest") && (
        <Folded at={at} trigger="abandonTest" title={words.abandon}>
          <Reason
            {...shown}
            trigger="abandonTest"
            label={words.abandonSend}
            done={words.abandonDone}
            why={words.abandonWhy}
            plain
          />
        </Folded>
      )}
    </>
  );
}
