// The plan: every part in order of time, edited in place; before anything is saved stands what moves with it and who is told.
import type { ChangeJson, PeopleJson, TimelineJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { inDays, longDay, weekName } from "../../site/dates.ts";
import { doOrSee, doUrl } from "../../site/do.ts";
import { Press } from "../../site/forms.tsx";
import type { Site } from "../../site/site.tsx";
import { stateText, whenOf } from "../../timeline/said.ts";
import { WORDS } from "../../timeline/words.ts";
import { networkOf, type Known } from "../network-of.ts";
import { datesOf, demandDates, idOf } from "./dates.ts";
import { Edit } from "./edit.tsx";
import { Fresh } from "./fresh.tsx";
import { isDated, listed, wantsDay, type Listed, type PlanLine } from "./lines.ts";
import { PLAN } from "./words.ts";

/** Adds the page and its forms to the site. */
export function addPlan({ page, form }: Site): void {
  page("/networks/:id/plan", async (at) => {
    const id = at.c.req.param("id") ?? "";
    const [known, timeline, plan, changes, { people }] = await Promise.all([
      networkOf(at),
      at.api.timeline(id),
      at.api.plan(id),
      at.api.audit(id),
      at.api.people(id),
    ]);
    const audiences = Object.fromEntries(plan.programme.items.map((item) => [item.id, item.audience]));
    const body = (
      <Plan {...{ at, known, timeline, audiences, people }} changes={changes.filter((one) => one.undoable)} />
    );
    return { title: PLAN[at.language].title, body, network: known.network, part: "plan" };
  });

  form("/networks/:id/plan/dates", async (at, sent, key) => {
    const network = at.c.req.param("id") ?? "";
    const texts = Object.fromEntries(
      ["item", "session", "place", "reason"].flatMap((name) => (sent.text(name) ? [[name, sent.text(name)]] : [])),
    );
    const trigger = sent.text("trigger") === "pinItem" ? "pinItem" : "moveItem";
    const draft = sent.text("draft") !== "" && trigger === "pinItem";
    const data = { ...texts, ...demandDates(sent, PLAN[at.language].needDay), ...(draft && { draft }) };
    return await doOrSee(at, sent, { network, trigger, data, key });
  });

  form("/networks/:id/plan/new", async (at, sent, key) => {
    const network = at.c.req.param("id") ?? "";
    const kind = sent.text("kind") || "meeting";
    const texts = Object.fromEntries(
      ["title", "place", "reason"].flatMap((name) => (sent.text(name) ? [[name, sent.text(name)]] : [])),
    );
    const audience = sent.all("audience");
    const data = {
      ...texts,
      ...datesOf(sent),
      kind,
      id: idOf(kind, sent.text("title"), key),
      ...(audience.length > 0 && { audience }),
      ...(kind === "break" && sent.text("extent") && { extent: sent.text("extent") }),
      ...(kind === "task" && sent.text("owner") && { owner: sent.text("owner") }),
    };
    return await doOrSee(at, sent, { network, trigger: "addItem", data, key });
  });
}

type Props = {
  at: At;
  known: Known;
  timeline: TimelineJson;
  audiences: Record<string, string[]>;
  people: PeopleJson["people"];
  changes: ChangeJson[];
};

function Plan(props: Props) {
  const { at, known, timeline, people } = props;
  const words = PLAN[at.language];
  const all = listed(timeline);
  const { coming, undated, tasks, past, phases } = all;
  const own = (rows: PlanLine[], heading: string) => <Rows {...props} rows={rows} heading={heading} />;
  const folded = (rows: PlanLine[], heading: string) =>
    rows.length > 0 && (
      <details open={rows.some(({ item }) => item === at.c.req.query("edit"))}>
        <summary>{heading}</summary>
        {own(rows, "")}
      </details>
    );
  const mayEdit = known.mayDo("moveItem") && !known.ended;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{mayEdit ? leadOf(all, at) : words.readOnly}</p>
      {mayEdit && <Next {...props} all={all} />}
      <Undoable {...props} />
      {coming.length + undated.length + tasks.length + past.length === 0 && <p class="empty">{words.nothing}</p>}
      {own(coming, words.coming)}
      {own(undated, words.undated)}
      {folded(tasks, words.tasks(tasks.length))}
      {own(phases, words.phases)}
      {folded(past, words.past(past.length))}
      {mayEdit && known.mayDo("addItem") && <Fresh at={at} known={known} people={people} />}
    </>
  );
}

function leadOf({ coming, undated }: Listed, { language }: At): string {
  const all = [...coming, ...undated].filter(wantsDay);
  const dated = all.filter(({ line }) => isDated(line)).length;
  return PLAN[language].lead(dated, all.length - dated);
}

/** The first meeting that lacks a day. */
function Next({ at, known, all }: Props & { all: Listed }) {
  const words = PLAN[at.language];
  const next = [...all.coming, ...all.undated].find((one) => wantsDay(one) && !isDated(one.line));
  if (!next || at.c.req.query("edit") !== undefined) return null;
  const { line } = next;
  return (
    <p>
      {words.next(line.title[at.language], whenOf(line, at.language))}{" "}
      <a class="button button-primary" href={editUrl(known.id, next, undatedSession(next))}>
        {words.giveDate}
      </a>
    </p>
  );
}

const undatedSession = ({ line }: PlanLine) => line.sessions?.find(({ precision }) => precision !== "time")?.id;

const editUrl = (network: string, { item }: PlanLine, session?: string): string => {
  const query = new URLSearchParams({ edit: item, ...(session !== undefined && { session }) });
  return `/networks/${encodeURIComponent(network)}/plan?${query}#${encodeURIComponent(item)}`;
};

/** Changes that nobody has heard of yet. */
function Undoable({ at, known, changes }: Props) {
  const words = PLAN[at.language];
  if (changes.length === 0 || !known.mayDo("undo")) return null;
  const { zone } = known;
  return (
    <section data-part="undo">
      <h2>{words.changed}</h2>
      <p class="soft">{words.undoHint}</p>
      <ul class="rows">
        {changes
          .slice(-5)
          .toReversed()
          .map(({ seq, says, at: when }) => (
            <li>
              <div class="what">
                <p>{says}</p>
                <p class="soft">{`${longDay(when, { zone, language: at.language })} · ${inDays(when, known.now, { zone, language: at.language })}`}</p>
              </div>
              <Press
                at={at}
                id={`undo-${seq}`}
                action={doUrl(known.id, "undo")}
                fields={{ "d.seq:n": String(seq), "d.reason": words.undoReason, said: words.undone }}
                label={words.undo}
                about={says}
              />
            </li>
          ))}
      </ul>
    </section>
  );
}

function Rows({ rows, heading, ...props }: Props & { rows: PlanLine[]; heading: string }) {
  if (rows.length === 0) return null;
  return (
    <section>
      {heading !== "" && <h2>{heading}</h2>}
      <ul class="rows plan">
        {rows.map((row) => (
          <Row {...props} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row(props: Props & { row: PlanLine }) {
  const { at, known, row, audiences } = props;
  const { language, c } = at;
  const words = PLAN[language];
  const { item, line } = row;
  const isOpen = c.req.query("edit") === item;
  const session = c.req.query("session");
  const sessions = line.kind === "meeting" ? (line.sessions ?? []) : [];
  const mayEdit =
    known.mayDo("moveItem") && !known.ended && !["held", "done", "decided", "cancelled"].includes(line.state);
  const title = line.title[language];
  return (
    <li id={item} class={isOpen ? "open" : ""}>
      <p class="week">{line.from !== undefined && <span class="pill">{weekName(line.from, language)}</span>}</p>
      <div class="what">
        <p>{isHere(line) ? title : <a href={line.href}>{title}</a>}</p>
        <p class="soft">{kindOf(row, at)}</p>
        {line.state === "cancelled" && known.mayDo("addItem") && (
          <p class="soft">
            {words.cancelledTold} <a href="#add">{words.again}</a>
          </p>
        )}
      </div>
      <p class="when">{whenOf(line, language)}</p>
      {mayEdit && line.kind !== "track" && (
        <p class="acts">
          {isOpen ? (
            <a class="button button-secondary small" href={`/networks/${known.id}/plan#${item}`}>
              {words.close}
              <span class="sr-only">{`: ${title}`}</span>
            </a>
          ) : sessions.length > 1 ? (
            sessions.map((one) => (
              <a class="button button-secondary small" href={editUrl(known.id, row, one.id)}>
                {words.edit}
                <span>{` ${one.title?.[language] ?? one.id}`}</span>
                <span class="sr-only">{`: ${title}`}</span>
              </a>
            ))
          ) : (
            <a class="button button-secondary small" href={editUrl(known.id, row)}>
              {words.edit}
              <span class="sr-only">{`: ${title}`}</span>
            </a>
          )}
        </p>
      )}
      {isOpen && mayEdit && (
        <Edit
          at={at}
          known={known}
          row={row}
          {...(session !== undefined && { session })}
          audience={audiences[item] ?? []}
        />
      )}
    </li>
  );
}

/** Whether its page is this one. */
const isHere = ({ href }: PlanLine["line"]) => href.includes("/plan#");

/** What it is and how it stands: «Møde · dato er sat · foreløbig». */
function kindOf({ line, part }: PlanLine, { language }: At): string {
  const words = PLAN[language];
  if (part !== undefined) return [words[part], ...(line.state === "done" ? [words.done] : [])].join(" · ");
  const { kinds, tentative, voluntary } = WORDS[language];
  const state = stateText(line, language);
  const all = [kinds[line.kind], state, line.tentative && tentative, line.voluntary && voluntary, line.place];
  const said = all.filter((text) => typeof text === "string" && text !== "") as string[];
  return said
    .filter((text, i) => !said.slice(0, i).some((one) => one.toLowerCase().includes(text.toLowerCase())))
    .join(" · ");
}
