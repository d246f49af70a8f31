// The ground of a decision: what it is about, what was tested and found, what others say, and what was decided before.
import type { DecisionJson } from "../../../api/client.ts";
import { choiceWords } from "../../words.ts";
import { longDay } from "../../site/dates.ts";
import type { Deciding } from "./decision.tsx";
import { capital } from "./vote.tsx";
import { DECISION_WORDS } from "./words-decision.ts";

/** What is decided, on what ground. */
export function Ground(shown: Deciding) {
  const { at, decision } = shown;
  const words = DECISION_WORDS[at.language];
  const { idea, proposal, description, options, comments = [] } = decision;
  const found = idea?.result ?? idea?.abandoned;
  return (
    <section data-part="ground">
      {found !== undefined && (
        <div class="card found">
          <h2>{idea!.abandoned === undefined ? words.result : words.abandoned}</h2>
          <p class="lines">{found}</p>
        </div>
      )}
      {description !== undefined && <p>{description}</p>}
      {proposal !== undefined && (
        <div class="card found">
          <h2>{words.what.proposal}</h2>
          <p class="lines">{proposal}</p>
        </div>
      )}
      <Facts {...shown} />
      {options && (
        <ul>
          {options.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      {comments.length > 0 && (
        <details open>
          <summary>{`${words.voices} (${comments.length})`}</summary>
          <ul>
            {comments.map(({ text, name }) => (
              <li class="lines">{name ? `${text} (${name})` : text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Facts({ at, decision }: Deciding) {
  const words = DECISION_WORDS[at.language];
  const { what } = words;
  const { idea, rationale, plan, days, proposedBy, round, rounds, how } = decision;
  const number = new Intl.NumberFormat(at.language === "da" ? "da-DK" : "en-GB");
  const isLast = how === "idea" && round >= rounds;
  const put: Row = [what.put, proposedBy];
  const first: Row[] = [
    [what.text, idea?.text],
    [what.rationale, rationale],
    [what.unit, idea?.unit],
    [what.what, idea?.what],
    [what.days, days === undefined ? undefined : words.days(number.format(days))],
    ...(how === "idea" ? [] : [put]),
    [what.round, round === 0 ? undefined : isLast ? words.lastRound(round) : words.roundOf(round, rounds)],
  ];
  const more: Row[] = [
    [what.leads, plan?.leads?.join(", ")],
    [what.host, plan?.host],
    [what.how, idea?.how],
    ...(how === "idea" ? [put] : []),
  ];
  return (
    <>
      <Rows rows={first} />
      {more.some(([, value]) => value) && (
        <details>
          <summary>{words.more}</summary>
          <Rows rows={more} />
        </details>
      )}
    </>
  );
}

type Row = [name: string, value: string | undefined];

/** Those that have a value. */
function Rows({ rows }: { rows: Row[] }) {
  const said = rows.filter(([, value]) => value !== undefined && value !== "");
  if (said.length === 0) return null;
  return (
    <dl class="facts">
      {said.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

type Decided = NonNullable<DecisionJson["outcome"]>;

/** What was decided last, where nothing has been asked since. */
export function Outcome(shown: Deciding) {
  const { at, decision } = shown;
  if (!decision.outcome) return null;
  return (
    <div class="said" role="status" data-part="outcome">
      <h2>{DECISION_WORDS[at.language].outcome}</h2>
      <DecidedWords {...shown} one={decision.outcome} />
    </div>
  );
}

/** What earlier rounds came to. */
export function Earlier(shown: Deciding) {
  const { at, decision } = shown;
  const { earlier = [] } = decision;
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier" data-part="earlier">
      <h2 id="earlier">{DECISION_WORDS[at.language].earlier}</h2>
      <ul class="rows">
        {earlier.map((one) => (
          <li>
            <div class="what">
              <DecidedWords {...shown} one={one} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DecidedWords({ at, known, decision, one }: Deciding & { one: Decided }) {
  const words = DECISION_WORDS[at.language];
  const { choice, reason, choices, next, to = "", due = "" } = one;
  const day = longDay(one.at, { zone: known.zone, language: at.language });
  const label = capital(choiceWords(at.language, decision.kind, choice).done);
  return (
    <>
      <p>
        <strong>{words.decided(label, day)}</strong>
      </p>
      {choices && <p>{choices.join(", ")}</p>}
      {next !== undefined && <p>{words.follow(words.nexts[next] ?? next, to, due)}</p>}
      {reason !== undefined && <p class="lines">{reason}</p>}
    </>
  );
}
