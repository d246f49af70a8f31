// The third step: meetings without a day, and days that do not fit the calendar, settled one by one.
import type { At } from "../../site/at.ts";
import { Form, Input, Select, type Choice } from "../../site/forms.tsx";
import type { Fields, PageBody } from "../../site/site.tsx";
import { stepPage, Ways } from "./frame.tsx";
import { dayShort, dayText, stepUrl, windowText, type Draft } from "./given.ts";
import { FRESH } from "./words.ts";

const FORM = "dates";
const OPEN = "open";
const OTHER = "other";

type Flag = Draft["flags"][number];

/** The page. */
export function datesPage(at: At, draft: Draft): PageBody {
  const words = FRESH[at.language];
  const { id, flags, begins } = draft;
  const undated = flags.filter((flag) => dayOf(flag) === undefined).length;
  const stuck = flags.filter(({ still }) => still.length > 0).map(({ part }) => part);
  const nothing = begins === undefined ? words.dates.noStart : flags.length === 0 ? words.dates.none : undefined;
  return stepPage(at, draft, {
    step: "dates",
    title: words.dates.title,
    children: (
      <>
        {nothing === undefined ? (
          <p class="lead">{`${words.dates.lead(flags.length)} ${words.dates.left(undated)}`}</p>
        ) : (
          <p class="empty">{nothing}</p>
        )}
        <Form at={at} id={FORM} action={stepUrl(id, "dates")}>
          {stuck.map((part) => (
            <input type="hidden" name="seen" value={part} />
          ))}
          {flags.length > 1 && (
            <button type="submit" class="button button-secondary small" name="go" value="all">
              {words.dates.all}
            </button>
          )}
          <ol class="flags">
            {flags.map((flag, index) => (
              <One at={at} flag={flag} index={index} />
            ))}
          </ol>
          <Ways at={at} />
        </Form>
      </>
    ),
  });
}

function One({ at, flag, index }: { at: At; flag: Flag; index: number }) {
  const { language } = at;
  const words = FRESH[language].dates;
  const { part, title, why, quote, still } = flag;
  const [pick, day] = [`pick.${index}`, `day.${index}`];
  const set = dayOf(flag);
  const isSet = set !== undefined && flag.chosen !== undefined && flag.chosen !== OPEN;
  return (
    <li>
      <fieldset>
        <legend>{title}</legend>
        <input type="hidden" name={`part.${index}`} value={part} />
        <p class="pills">
          {isSet && <span class="pill strong">{dayShort(set, language)}</span>}
          {!isSet &&
            why.map((one) => (
              <span class="pill warm">
                {one === "overlaps" && flag.with ? words.overlaps(flag.with) : words.why[one]}
              </span>
            ))}
          {still.length > 0 && (
            <span class="pill wrong">{words.still(still.map((one) => words.why[one]).join(", "))}</span>
          )}
        </p>
        <p class="soft">
          {[
            ...(flag.from ? [words.stands(windowText(flag, language))] : []),
            ...(quote ? [words.quote(quote)] : []),
          ].join(". ")}
        </p>
        <div class="grid2">
          <Select
            at={at}
            id={FORM}
            name={pick}
            label={words.pick}
            choices={choicesOf(flag, language)}
            value={pickOf(flag)}
          />
          <Input
            at={at}
            id={FORM}
            name={day}
            type="date"
            label={words.day}
            value={pickOf(flag) === OTHER ? (flag.chosen ?? "") : ""}
          />
        </div>
      </fieldset>
    </li>
  );
}

/** A day that is there already can stand as it is; what has none can wait for one. */
function choicesOf(flag: Flag, language: At["language"]): Choice[] {
  const words = FRESH[language].dates;
  const { proposal, from } = flag;
  return [
    ...(proposal === undefined ? [] : [{ value: proposal, label: words.proposal(dayText(proposal, language)) }]),
    isVague(flag)
      ? { value: OPEN, label: words.open }
      : { value: OPEN, label: words.keep(from === undefined ? "" : dayShort(from, language)) },
    { value: OTHER, label: words.other },
  ];
}

const isVague = ({ why }: Flag) => why.includes("fuzzy") || why.includes("unknown");

/** A day that does not fit is moved to one that does, unless somebody says otherwise; what has no day waits for somebody to say it. */
function pickOf(flag: Flag): string {
  const { chosen, proposal } = flag;
  if (chosen === undefined) return proposal !== undefined && !isVague(flag) ? proposal : OPEN;
  return chosen === OPEN || chosen === proposal ? chosen : OTHER;
}

/** The day that it has as things stand; undefined where it has none. */
export const dayOf = (flag: Flag): string | undefined =>
  flag.chosen === undefined || flag.chosen === OPEN ? (isVague(flag) ? undefined : flag.from) : flag.chosen;

/** The days that the form says, by part; with `all` each has the proposal it has, unless another was written. */
export function datesIn(sent: Fields, flags: readonly Flag[]): Record<string, string> {
  const all = sent.text("go") === "all";
  const said = flags.map((flag, index): [string, string] => {
    // Rows are told by their part: the plan may have become another one since the form was opened.
    const row =
      sent.sent.find(([name, value]) => name.startsWith("part.") && value === flag.part)?.[0].slice(5) ?? `${index}`;
    const [pick, day] = [sent.text(`pick.${row}`), sent.text(`day.${row}`)];
    if (day !== "") return [flag.part, day];
    if (all) return [flag.part, flag.proposal ?? OPEN];
    return [flag.part, pick === "" || pick === OTHER ? OPEN : pick];
  });
  return Object.fromEntries(said);
}
