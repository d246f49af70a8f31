// The homework of a network: the reader's own with its form in place, and for whoever leads who has delivered what.
import type { HomeworkJson, HomeworkLineJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import type { Site } from "../../site/site.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { Matrix } from "./matrix.tsx";
import { Deliver, dueWords, isPast, Nudge } from "./parts.tsx";
import { HOMEWORK } from "./words.ts";

/** Forms in place: of those that are due first. */
const FORMS = 3;

/** Adds the page. */
export function addHomeworks({ page }: Site): void {
  page("/networks/:id/homework", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const [known, { lines, matrix }] = await Promise.all([networkOf(at), at.api.homeworks(id)]);
    const standing = lines.filter(({ state }) => state !== "cancelled");
    const waiting = inOrder(standing.filter(({ mine }) => mine === "missing"));
    const forms = await Promise.all(waiting.slice(0, FORMS).map((one) => at.api.homework(id, one.id)));
    const body = (
      <>
        <h1>{HOMEWORK[at.language].title}</h1>
        <Own at={at} known={known} lines={standing} forms={forms} />
        {matrix && standing.length > 0 && (
          <Matrix at={at} known={known} lines={lines} matrix={matrix} by={at.c.req.query("by")} />
        )}
      </>
    );
    return { title: HOMEWORK[at.language].title, body, network: known.network, part: "homework" };
  });
}

/** What is due first is first; what has no deadline is last. */
const inOrder = (lines: HomeworkLineJson[]) =>
  lines.toSorted((a, b) => Date.parse(a.due ?? "9999-12-31") - Date.parse(b.due ?? "9999-12-31"));

type Props = { at: At; known: Known; lines: HomeworkLineJson[]; forms: HomeworkJson[] };

function Own({ at, known, lines, forms }: Props) {
  const words = HOMEWORK[at.language];
  if (lines.length === 0) return <p class="empty">{words.none}</p>;
  const mine = lines.filter((one) => one.mine !== "none");
  const later = inOrder(lines.filter((one) => one.mine === "missing")).slice(forms.length);
  const done = lines.filter((one) => one.mine === "delivered" || one.mine === "late");
  const others = lines.filter((one) => one.mine === "none");
  return (
    <>
      {mine.length > 0 && (
        <>
          <h2>{words.mine}</h2>
          {forms.length === 0 && <p class="empty">{words.noneMine}</p>}
          {forms.map((homework, i) => (
            <Waiting at={at} known={known} homework={homework} first={i === 0} />
          ))}
          {later.length > 0 && <Rows at={at} known={known} lines={later} />}
        </>
      )}
      {done.length > 0 && (
        <>
          <h2>{words.done}</h2>
          <Rows at={at} known={known} lines={done} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>{mine.length > 0 ? words.others : words.every}</h2>
          <Rows at={at} known={known} lines={others} />
        </>
      )}
    </>
  );
}

const urlOf = (known: Known, id: string) =>
  `/networks/${encodeURIComponent(known.id)}/homework/${encodeURIComponent(id)}`;

type One = { at: At; known: Known; homework: HomeworkJson; first: boolean };

/** Of what is due first the form is open; those of others are unfolded. */
function Waiting({ at, known, homework, first }: One) {
  const words = HOMEWORK[at.language];
  const { id, title, description, target, voluntary } = homework;
  const told = { zone: known.zone, language: at.language };
  return (
    <section class="mt-next" aria-labelledby={`own-${id}`}>
      <h3 id={`own-${id}`}>
        <a href={urlOf(known, id)}>{title}</a>
      </h3>
      <p>
        {`${dueWords(homework, told, known.now)} `}
        {isPast(homework, known) && <span class="pill wrong">{words.past}</span>}
        {voluntary && <span class="pill">{words.voluntary}</span>}
      </p>
      {description !== undefined && <p class="mt-prose">{description}</p>}
      {target ? (
        <p>{words.onlyTarget}</p>
      ) : (
        known.mayDo("deliver") &&
        !known.ended && (
          <details open={first || at.form?.id === `deliver-${id}`}>
            <summary>{words.deliver.title}</summary>
            <Deliver at={at} known={known} homework={homework} />
          </details>
        )
      )}
    </section>
  );
}

function Rows({ at, known, lines }: Omit<Props, "forms">) {
  const words = HOMEWORK[at.language];
  const told = { zone: known.zone, language: at.language };
  return (
    <ul class="rows">
      {lines.map((line) => (
        <li>
          <div class="what">
            <p>
              <a href={urlOf(known, line.id)}>{line.title}</a>
            </p>
            <p class="soft">{dueWords(line, told, known.now)}</p>
            {known.leads && <p class="soft">{words.counts(line.counts.delivered, line.counts.missing)}</p>}
            {known.leads && <Nudge at={at} known={known} about={{ ...line, missing: line.counts.missing }} />}
          </div>
          <span class="inline">
            {line.voluntary && <span class="pill">{words.voluntary}</span>}
            {line.mine !== "none" && (
              <span class={`pill ${line.mine === "missing" ? "warm" : "strong"}`}>{words.standing[line.mine]}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
