// The first page of a new network: the programmes with their pictures, and networks that somebody has begun to plan.
import type { ListedProgramme } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { inDays } from "../../site/dates.ts";
import { Form, Press } from "../../site/forms.tsx";
import { dayText, stepUrl, type DraftLine } from "./given.ts";
import { FRESH, type FreshWords } from "./words.ts";

/** The body of the page. */
export function Gallery({ at, programmes, drafts }: { at: At; programmes: ListedProgramme[]; drafts: DraftLine[] }) {
  const words = FRESH[at.language];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {drafts.length > 0 && <Drafts at={at} drafts={drafts} />}
      <h2>{words.programmes}</h2>
      <Programmes at={at} programmes={programmes} action="/networks/new" />
    </>
  );
}

/** Cards of programmes, each with a button that chooses it. */
export function Programmes({
  at,
  programmes,
  action,
  chosen,
}: {
  at: At;
  programmes: ListedProgramme[];
  action: string;
  chosen?: string | undefined;
}) {
  const words = FRESH[at.language];
  return (
    <ul class="cards programmes">
      {programmes.map((programme) => {
        const { id, title, description } = programme;
        const picture = `/programmes/${encodeURIComponent(id)}/picture.svg?lang=${at.language}`;
        return (
          <li class={id === chosen ? "card chosen" : "card"}>
            <a class="thumb" href={picture}>
              <img src={picture} alt={words.picture(title)} loading="lazy" width="320" height="150" />
            </a>
            <h3>{title}</h3>
            <p>{description}</p>
            <p class="soft">{countsOf(programme, words)}</p>
            <Form at={at} id={`choose-${id}`} action={action} class="inline">
              <input type="hidden" name="programme" value={id} />
              <button type="submit" class={`button button-${id === chosen ? "primary" : "secondary"} small`}>
                {words.choose}
                <span class="sr-only">{` ${title}`}</span>
              </button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

function countsOf({ type, weeks, phases, meetings, homework }: ListedProgramme, words: FreshWords): string {
  const { counts } = words;
  return [
    words.types[type],
    ...(weeks === null ? [] : [counts.weeks(weeks)]),
    ...(phases > 0 ? [counts.phases(phases)] : []),
    counts.meetings(meetings),
    ...(homework > 0 ? [counts.homework(homework)] : []),
  ].join(" · ");
}

function Drafts({ at, drafts }: { at: At; drafts: DraftLine[] }) {
  const { language } = at;
  const words = FRESH[language];
  const now = new Date().toISOString();
  return (
    <>
      <h2>{words.resume}</h2>
      <ul class="rows">
        {drafts.map(({ id, title, programmeTitle, start, changedAt }) => {
          const name = title ?? programmeTitle ?? words.untitled;
          const when = inDays(changedAt, now, { zone: "Europe/Copenhagen", language });
          const facts = [
            ...(title && programmeTitle ? [programmeTitle] : []),
            ...(start ? [words.starts(dayText(start, language))] : []),
            words.changed(when),
          ];
          return (
            <li>
              <div class="what">
                <p>{name}</p>
                <p class="soft">{facts.join(" · ")}</p>
              </div>
              <a class="button button-primary small" href={stepUrl(id)}>
                {words.go}
                <span class="sr-only">{`: ${name}`}</span>
              </a>
              <Press at={at} id={`remove-${id}`} action={`${stepUrl(id)}/remove`} label={words.remove} about={name} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
