// Working time: planned beside recorded, by phase and by person as far as the reader may see it, and the forms to record it.
import { doUrl } from "../../site/do.ts";
import { Form, Input, Select, Submit } from "../../site/forms.tsx";
import type { Counted } from "./monitoring.tsx";
import { MONITORING_WORDS } from "./words.ts";

/** In days of work. */
export function Work(counted: Counted) {
  const { at, known, effort } = counted;
  const words = MONITORING_WORDS[at.language];
  const format = new Intl.NumberFormat(at.language === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 2 });
  const isEmpty = effort.planned === 0 && effort.recorded === 0;
  return (
    <section aria-labelledby="work">
      <h2 id="work">{words.effort}</h2>
      <div data-part="work">
        {isEmpty ? (
          <p class="empty">{words.noEffort}</p>
        ) : (
          <>
            <p>
              <strong>{words.of(format.format(effort.recorded), format.format(effort.planned))}</strong>
            </p>
            <Phases {...counted} format={format} />
          </>
        )}
        {effort.agreed && <p>{words.agreed(format.format(effort.agreed.days))}</p>}
        {effort.ideas > 0 && <p class="soft">{words.ideas(effort.ideas)}</p>}
        {effort.people.length > 0 && (
          <dl class="facts">
            {effort.people.map(({ person, recorded }) => (
              <>
                <dt>{person}</dt>
                <dd>{`${format.format(recorded)} ${words.days.toLowerCase()}`}</dd>
              </>
            ))}
          </dl>
        )}
      </div>
      {known.mayDo("recordEffort") && <Recording {...counted} />}
      {known.mayDo("agreeHours") && !known.ended && <Agreeing {...counted} />}
    </section>
  );
}

function Phases({ at, effort, format }: Counted & { format: Intl.NumberFormat }) {
  const words = MONITORING_WORDS[at.language];
  const most = Math.max(...effort.phases.flatMap(({ planned, recorded }) => [planned, recorded]), 1);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.effortTable}>
      <table class="table measures">
        <thead>
          <tr>
            <th scope="col">{words.phase}</th>
            <th scope="col" class="num">
              {words.planned}
            </th>
            <th scope="col" class="num">
              {words.recorded}
            </th>
            <th scope="col">{`${words.recorded} / ${words.planned.toLowerCase()}`}</th>
          </tr>
        </thead>
        <tbody>
          {effort.phases.map(({ title, planned, recorded }) => (
            <tr>
              <th scope="row">{title ?? words.whole}</th>
              <td class="num">{format.format(planned)}</td>
              <td class="num">{format.format(recorded)}</td>
              <td>
                <svg class="bars" viewBox="0 0 160 20" width="160" height="20" aria-hidden="true">
                  <rect y="1" width={Math.round((planned / most) * 158) + 1} height="18" class="planned" />
                  <rect y="5" width={Math.round((recorded / most) * 158)} height="10" class="recorded" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Recording({ at, known, plan }: Counted) {
  const words = MONITORING_WORDS[at.language];
  const id = "effort";
  const field = { at, id };
  return (
    <details open={at.form?.id === id}>
      <summary>{words.work}</summary>
      <Form at={at} id={id} action={doUrl(known.id, "recordEffort")}>
        <input type="hidden" name="said" value={words.workSaved} />
        <p class="soft">{words.hoursHint}</p>
        <div class="grid2">
          <Input {...field} name="d.hours:n" label={words.hours} inputmode="decimal" />
          <Input {...field} name="d.days:n" label={words.days} inputmode="decimal" />
          <Select
            {...field}
            name="d.phase"
            label={words.on}
            empty={words.whole}
            choices={plan.programme.phases.map((phase) => ({ value: phase.id, label: phase.title[at.language] }))}
          />
          <Input {...field} name="d.date" label={words.date} type="date" />
        </div>
        <Input {...field} name="d.text" label={words.did} />
        <Submit label={words.workSave} />
      </Form>
    </details>
  );
}

function Agreeing({ at, known, effort }: Counted) {
  const words = MONITORING_WORDS[at.language];
  const id = "agree";
  return (
    <details open={at.form?.id === id}>
      <summary>{words.agree}</summary>
      <Form at={at} id={id} action={doUrl(known.id, "agreeHours")}>
        <input type="hidden" name="said" value={words.agreeSaved} />
        <div class="grid2">
          <Input
            at={at}
            id={id}
            name="d.days:n"
            label={words.agreeDays}
            inputmode="decimal"
            value={effort.agreed ? String(effort.agreed.days) : ""}
            required
          />
          <Input at={at} id={id} name="d.text" label={words.text} />
        </div>
        <Submit label={words.agreeSave} />
      </Form>
    </details>
  );
}
