// The phases that are open or come next: what is met, what is missing and where it is done, and the one button to go on.
import type { NowJson } from "../../../api/client.ts";
import { shortDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Lines, Submit } from "../../site/forms.tsx";
import type { Seen } from "./network.tsx";
import { THEME_PAGE, titleOf } from "../theme/words.ts";
import { NETWORK } from "./words.ts";

type Phase = NowJson["phases"][number];
type One = Seen & { phase: Phase };

/** Those that are active, then those that may be opened. */
export function Phases({ at, known, now }: Seen) {
  const words = NETWORK[at.language];
  const active = now.phases.filter(({ state }) => state === "active");
  const next = now.phases.filter(({ state }) => state === "next");
  if (now.phases.length === 0) return null;
  return (
    <section id="phases" data-part="phases">
      <h2>{words.phases}</h2>
      {active.length === 0 && <p>{words.noneOpen}</p>}
      <ul class="cards">
        {active.map((phase) => (
          <ActivePhase at={at} known={known} now={now} phase={phase} />
        ))}
        {next.map((phase) => (
          <NextPhase at={at} known={known} now={now} phase={phase} />
        ))}
      </ul>
      {now.foundation.length > 0 && (
        <p>
          <a href={`/networks/${encodeURIComponent(now.id)}/theme`}>
            {titleOf(now.foundation, THEME_PAGE[at.language])}
          </a>
        </p>
      )}
    </section>
  );
}

function ActivePhase({ at, known, now, phase }: One) {
  const words = NETWORK[at.language];
  const { id, title, closes, executed, planned, daysLate = 0 } = phase;
  const day = (date: string) => shortDay(date, { zone: known.zone, language: at.language });
  const isReady = closes.every(({ met }) => met);
  const form = `close-${id}`;
  return (
    <li class="card" id={`phase-${id}`}>
      <h3>{title}</h3>
      <p class="soft">
        {[
          executed.from !== undefined && `${words.since} ${day(executed.from)}`,
          planned.from !== undefined &&
            `${words.planned} ${day(planned.from)}${planned.to === undefined ? "" : `–${day(planned.to)}`}`,
        ]
          .filter(Boolean)
          .join(" · ")}
        {daysLate > 0 && " "}
        {daysLate > 0 && <span class="pill warm">{words.late(daysLate)}</span>}
      </p>
      <Criteria title={words.closes} criteria={closes} words={words} />
      {known.mayDo("closePhase") && (isReady || !now.advisory) && (
        <Form at={at} id={form} action={doUrl(known.id, "closePhase")}>
          <input type="hidden" name="d.phase" value={id} />
          <Submit label={words.close(title)} kind={isReady ? "primary" : "secondary"} />
        </Form>
      )}
      {known.mayDo("closePhase") && !isReady && now.advisory && (
        <details open={at.form?.id === form}>
          <summary>{words.anyway}</summary>
          <Form at={at} id={form} action={doUrl(known.id, "closePhase")}>
            <input type="hidden" name="d.phase" value={id} />
            <Lines at={at} id={form} name="d.note" label={words.note} hint={words.noteHint} rows={3} required />
            <Submit label={words.closeAnyway(title)} kind="secondary" />
          </Form>
        </details>
      )}
    </li>
  );
}

function NextPhase({ at, known, phase }: One) {
  const words = NETWORK[at.language];
  const { id, title, opens, planned } = phase;
  const day = (date: string) => shortDay(date, { zone: known.zone, language: at.language });
  return (
    <li class="card" id={`phase-${id}`}>
      <h3>{title}</h3>
      {planned.from !== undefined && <p class="soft">{`${words.planned} ${day(planned.from)}`}</p>}
      <Criteria title={words.opens} criteria={opens} words={words} />
      {known.mayDo("openPhase") && (
        <Form at={at} id={`open-${id}`} action={doUrl(known.id, "openPhase")}>
          <input type="hidden" name="d.phase" value={id} />
          <Submit label={words.openIt(title)} kind={opens.every(({ met }) => met) ? "primary" : "secondary"} />
        </Form>
      )}
    </li>
  );
}

function Criteria({
  title,
  criteria,
  words,
}: {
  title: string;
  criteria: Phase["closes"];
  words: (typeof NETWORK)["da"];
}) {
  if (criteria.length === 0) return null;
  return (
    <>
      <p>{`${title}:`}</p>
      <ul>
        {criteria.map(({ title: name, met, have, need, most, href }) => (
          <li class={met ? "met" : "unmet"}>
            <span class="sr-only">{`${met ? words.met : words.unmet}: `}</span>
            {met ? name : <a href={href}>{name}</a>}
            {` (${have}/${most ? `${words.most} ` : ""}${need})`}
          </li>
        ))}
      </ul>
    </>
  );
}
