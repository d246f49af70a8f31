// What is being answered, as its reader sees it: when and where, what was tested and found, what was answered before.
import type { AnswerLinkJson } from "../api/client.ts";
import { dateOf, deadlineOf, whenOf, type Span } from "../mail/dates.ts";
import { choiceWords, WORDS } from "./words.ts";

const HALF_A_DAY = 43_200_000;

type Of = { link: AnswerLinkJson };
type Dates = Pick<AnswerLinkJson, "start" | "end" | "allDay">;

/** When something is, in words; undefined where it has no date. */
export function whenIn(
  { start, end, allDay }: Dates,
  { zone, language }: Pick<AnswerLinkJson, "zone" | "language">,
): string | undefined {
  if (start === undefined) return undefined;
  const span: Span = { start: Date.parse(start), zone, allDay: allDay === true };
  return whenOf(end === undefined ? span : { ...span, end: Date.parse(end) }, language);
}

/** The rows under the title. */
export function Facts({ link }: Of) {
  const words = WORDS[link.language];
  const { zone, language, deadline, kind, sessions, network } = link;
  const isWhole = kind === "meeting" && !sessions;
  const rows: [string, string | undefined][] = [
    [words.when, isWhole ? (whenIn(link, link) ?? words.dateToCome) : undefined],
    [words.where, isWhole ? link.place : undefined],
    [words.deadline, deadline && deadlineOf(Date.parse(deadline), zone, language)],
    [words.network, network.title],
  ];
  return <Rows rows={rows} />;
}

/** The ground that a decision stands on. */
export function Ground({ link }: Of) {
  const words = WORDS[link.language];
  const { idea, proposal } = link;
  const rows: [string, string | undefined][] = idea
    ? [
        [words.idea.text, idea.text],
        [words.idea.unit, idea.unit],
        [words.idea.what, idea.what],
        [words.idea.how, idea.how],
        [words.idea.result, idea.result],
        [words.idea.abandoned, idea.abandoned],
      ]
    : [[words.proposal, proposal]];
  return (
    <>
      <Rows rows={rows} />
      {idea && idea.round > 0 && <p class="soft round">{words.idea.round(idea.round, idea.rounds)}</p>}
      <Earlier link={link} />
    </>
  );
}

function Earlier({ link }: Of) {
  const { earlier = [], language, kind } = link;
  if (earlier.length === 0) return <></>;
  return (
    <>
      <h2>{WORDS[language].earlier}</h2>
      <ul>
        {earlier.map(({ choice, at, reason }) => (
          <li>
            {`${choiceWords(language, kind, choice).label}, ${dayOf(at, link)}`}
            {reason !== undefined && `: ${reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stands answered or decided, and until when it can be another. */
export function Standing({ link }: Of) {
  const { language, kind, answered, outcome, purpose } = link;
  const words = WORDS[language];
  if (outcome) return <Outcome link={link} outcome={outcome} />;
  if (!answered) return <></>;
  const at = dayOf(answered.at, link);
  const chosen = choiceWords(language, kind, answered.choice ?? "");
  const said = kind === "meeting" ? chosen.done : chosen.label;
  return (
    <div class="said" role="status">
      <p>
        <strong>{purpose === "deliver" ? words.delivered(at) : words.answered(said, at)}</strong>
      </p>
      <p>{purpose === "decide" ? words.untilTaken : words.until(lastDayOf(link))}</p>
    </div>
  );
}

function Outcome({ link, outcome }: Of & { outcome: NonNullable<AnswerLinkJson["outcome"]> }) {
  const { language, kind } = link;
  const words = WORDS[language];
  const { choice, at, mine, reason, next, to, due, choices } = outcome;
  const follows = words.nextChoices[next as keyof typeof words.nextChoices] ?? next;
  const rows: [string, string | undefined][] = [
    [words.next, follows],
    [words.to, to],
    [words.due, due && dateOf(Date.parse(`${due}T12:00:00Z`), "UTC", language)],
    [choiceWords(language, kind, "select").label, choices?.join(", ")],
    [words.because, reason],
  ];
  return (
    <div class="said" role="status">
      <p>
        <strong>{words.decided(choiceWords(language, kind, choice).done, dayOf(at, link), mine)}</strong>
      </p>
      <Rows rows={rows} />
      <p class="final">{words.final}</p>
    </div>
  );
}

/** A list of facts; those without a value are left out. */
export function Rows({ rows }: { rows: [string, string | undefined][] }) {
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return <></>;
  return (
    <dl>
      {known.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const dayOf = (at: string, { zone, language }: AnswerLinkJson) => dateOf(Date.parse(at), zone, language);

/** The last day that is wholly the link's. */
const lastDayOf = ({ until, zone, language }: AnswerLinkJson) => dateOf(Date.parse(until) - HALF_A_DAY, zone, language);
