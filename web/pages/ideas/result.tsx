// What a round of prioritisation comes to: the order and how sure it is, the matrix, and the order that people put beside it.
import type { BallotJson } from "../../../api/client.ts";
import type { Round } from "./ballot.tsx";
import { Matrix } from "./matrix.tsx";
import { ideaUrl } from "./urls.ts";
import { capital } from "./vote.tsx";
import { BALLOT_WORDS } from "./words-ballots.ts";

type Outcome = NonNullable<BallotJson["outcome"]>;

/** All that may be read now. */
export function Result(round: Round) {
  const { at, ballot } = round;
  const words = BALLOT_WORDS[at.language];
  const { outcome, overruled, state } = ballot;
  return (
    <section aria-labelledby="result" data-part="result">
      <h2 id="result">{state === "open" ? words.sofar : words.result}</h2>
      {!outcome && <p class="empty">{state === "cancelled" ? words.noResult : words.hidden}</p>}
      {outcome && ballot.turnout.cast === 0 && <p class="empty">{words.nobody}</p>}
      {overruled && (
        <div class="said">
          <h3>{words.overruled}</h3>
          <ol>
            {overruled.order.map((idea) => (
              <li>{round.titleOf(idea)}</li>
            ))}
          </ol>
          <p>{`${words.by(overruled.name ?? "")}: ${overruled.reason}`}</p>
        </div>
      )}
      {outcome && ballot.turnout.cast > 0 && (
        <>
          <Order {...round} outcome={outcome} />
          <Matrix {...round} outcome={outcome} />
        </>
      )}
    </section>
  );
}

function Order(round: Round & { outcome: Outcome }) {
  const { at, known, ballot, outcome, titleOf } = round;
  const words = BALLOT_WORDS[at.language];
  const number = new Intl.NumberFormat(at.language === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(at.language === "da" ? "da-DK" : "en-GB", { style: "percent" });
  const told = (score: number) => (ballot.method === "pairs" ? share : number).format(score);
  const criteria = ballot.criteria ?? [];
  const hasSpread = outcome.order.some(({ spread }) => spread);
  return (
    <>
      <div class="scroll" tabindex={0} role="region" aria-label={words.order}>
        <table class="table order">
          <thead>
            <tr>
              <th scope="col" class="num">
                {words.rank}
              </th>
              <th scope="col">{words.idea}</th>
              <th scope="col" class="num">
                {words.score[ballot.method]}
              </th>
              {criteria.map(({ title }) => (
                <th scope="col" class="num">
                  {capital(title)}
                </th>
              ))}
              {hasSpread && <th scope="col">{words.between}</th>}
              <th scope="col">{words.sure}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.order.map((one, i) => (
              <tr class={isLine(outcome, i, ballot.first) ? "cut" : ""}>
                <td class="num">{one.rank}</td>
                <th scope="row">
                  <a href={ideaUrl(known.id, one.idea)}>{titleOf(one.idea)}</a>
                </th>
                <td class="num">{one.score === undefined ? "–" : told(one.score)}</td>
                {criteria.map(({ id }) => (
                  <td class="num">{one.means?.[id] === undefined ? "–" : number.format(one.means[id])}</td>
                ))}
                {hasSpread && <td>{one.spread ? ranks(one.spread) : "–"}</td>}
                <td>{one.sure}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">{`${words.among(ballot.first)} ${outcome.explained}`}</p>
      {outcome.apart && (
        <>
          <p>{`${words.apart}:`}</p>
          <ul>
            {outcome.apart.map((group) => (
              <li>{group.map(titleOf).join(", ")}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The last of those that are to be chosen, where others follow. */
const isLine = ({ order }: Outcome, i: number, first: number) => i === first - 1 && i < order.length - 1;

const ranks = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}.` : `${from}.–${to}.`);
