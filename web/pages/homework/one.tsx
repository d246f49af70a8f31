// One homework: what is to be delivered and by when, the form for it, and for whoever leads what was delivered and who is missing.
import type { HomeworkJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { moment } from "../../site/dates.ts";
import type { Site } from "../../site/site.tsx";
import { Beside } from "../files/beside.tsx";
import { Messages } from "../meetings/parts.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { Deliver, dueWords, isPast, Nudge } from "./parts.tsx";
import { HOMEWORK } from "./words.ts";

/** Adds the page. */
export function addHomework({ page, largestFile: largest }: Site): void {
  page("/networks/:id/homework/:item", async (at) => {
    const { c, api } = at;
    const [known, homework] = await Promise.all([
      networkOf(at),
      api.homework(c.req.param("id") ?? "", c.req.param("item") ?? ""),
    ]);
    const body = <Homework {...{ at, known, homework, largest }} />;
    return { title: homework.title, body, network: known.network, part: "homework" };
  });
}

type Props = { at: At; known: Known; homework: HomeworkJson; largest: number };

function Homework(props: Props) {
  const { at, known, homework, largest } = props;
  const words = HOMEWORK[at.language];
  const { title, state, voluntary, mine } = homework;
  return (
    <>
      <nav class="crumbs" aria-label={words.title}>
        <a href={`/networks/${encodeURIComponent(known.id)}/homework`}>{words.title}</a>
      </nav>
      <h1>{title}</h1>
      <p class="mt-when">
        {state === "cancelled"
          ? words.over
          : dueWords(homework, { zone: known.zone, language: at.language }, known.now)}
      </p>
      <p>
        {isPast(homework, known) && mine === "missing" && <span class="pill wrong">{words.past}</span>}
        {voluntary && <span class="pill">{words.voluntary}</span>}
        {mine !== "none" && mine !== "missing" && <span class="pill strong">{words.standing[mine]}</span>}
      </p>
      <About {...props} />
      <Own {...props} />
      {known.leads && <Delivered {...props} />}
      <Beside at={at} known={known} about={`item:${homework.id}`} beside={homework} largest={largest} />
      {known.leads && (
        <details>
          <summary>{words.messages}</summary>
          <Messages at={at} known={known} about={homework} />
        </details>
      )}
    </>
  );
}

function About({ at, known, homework }: Props) {
  const words = HOMEWORK[at.language];
  const { description, audience, target, window } = homework;
  return (
    <dl class="facts">
      {description !== undefined && (
        <>
          <dt>{words.what}</dt>
          <dd>{description}</dd>
        </>
      )}
      {audience.length > 0 && (
        <>
          <dt>{words.whom}</dt>
          <dd>{audience.join(", ")}</dd>
        </>
      )}
      {target && (
        <>
          <dt>{words.targetOf((known.roleNames[target.role] ?? target.role).toLowerCase(), target.atLeast)}</dt>
          <dd>
            {Object.entries(target.have)
              .filter(([name]) => known.leads || name === homework.organisation)
              .map(([name, have]) => `${have >= target.atLeast ? "✓" : "○"} ${name}: ${words.of(have, target.atLeast)}`)
              .join("\n")}
          </dd>
        </>
      )}
      {window.quote !== undefined && (
        <>
          <dt>{words.plan}</dt>
          <dd>{`«${window.quote}»`}</dd>
        </>
      )}
    </dl>
  );
}

/** The form, or what was delivered with the form below. */
function Own({ at, known, homework }: Props) {
  const words = HOMEWORK[at.language];
  const { mine, target, deliveries, state, questions } = homework;
  if (mine === "none") return null;
  const own = deliveries.find((one) => one.mine);
  const canDeliver = state !== "cancelled" && !known.ended && known.mayDo("deliver") && !target;
  if (!own)
    return target ? (
      <p>{words.onlyTarget}</p>
    ) : (
      <>
        <h2>{words.deliver.title}</h2>
        {canDeliver && <Deliver at={at} known={known} homework={homework} />}
      </>
    );
  return (
    <>
      <h2>{words.delivered}</h2>
      <One at={at} known={known} one={own} questions={questions} />
      {canDeliver && (
        <details open={at.form?.id === `deliver-${homework.id}`}>
          <summary>{words.deliver.again}</summary>
          <Deliver at={at} known={known} homework={homework} />
        </details>
      )}
    </>
  );
}

type Delivery = HomeworkJson["deliveries"][number];

function One({ at, known, one, questions }: Pick<Props, "at" | "known"> & { one: Delivery; questions: string[] }) {
  const words = HOMEWORK[at.language];
  const when = moment(one.at, { zone: known.zone, language: at.language }, known.now);
  return (
    <>
      <p class="soft">
        {`${[one.by, ...(one.organisation === undefined ? [] : [words.deliveredFor(one.organisation)]), when].join(" · ")} `}
        {one.late && <span class="pill warm">{words.standing.late}</span>}
      </p>
      {one.text !== undefined && <p class="mt-prose">{one.text}</p>}
      {one.answers && (
        <dl class="facts">
          {one.answers.map((answer, i) => (
            <>
              <dt>{questions[i] ?? ""}</dt>
              <dd>{answer === "" ? "–" : answer}</dd>
            </>
          ))}
        </dl>
      )}
    </>
  );
}

function Delivered({ at, known, homework }: Props) {
  const words = HOMEWORK[at.language];
  const { id, title, deliveries, missing, questions, coming, due } = homework;
  return (
    <section aria-labelledby="delivered" data-part="delivered">
      <h2 id="delivered">{words.answers}</h2>
      <p>{words.came(deliveries.length, missing.length)}</p>
      <Nudge at={at} known={known} about={{ id, title, coming, missing: missing.length, due }} />
      {missing.length > 0 && (
        <details>
          <summary>{`${words.missing}: ${missing.length}`}</summary>
          <ul class="mt-names">
            {missing
              .toSorted((a, b) => a.localeCompare(b, at.language))
              .map((name) => (
                <li>{name}</li>
              ))}
          </ul>
        </details>
      )}
      {deliveries.length === 0 && <p class="empty">{words.noAnswers}</p>}
      {deliveries.map((one) => (
        <div class="mt-point">
          <One at={at} known={known} one={one} questions={questions} />
        </div>
      ))}
    </section>
  );
}
