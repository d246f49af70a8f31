// The screen to vote on, one for each method. It works on a phone and without scripts.
import type { BallotJson } from "../../../api/client.ts";
import { Form, Press, Submit, typed } from "../../site/forms.tsx";
import type { Round } from "./ballot.tsx";
import { pairsLeft } from "./cast.ts";
import { ballotUrl } from "./urls.ts";
import { BALLOT_WORDS } from "./words-ballots.ts";

type Own = NonNullable<BallotJson["own"]>[number];
type Voting = Round & { own: Own; fields: Record<string, string> };

const FORM = "vote";
const DOTS = 3;

/** Whose vote it is, how it stands, and its form. */
export function Vote(round: Round) {
  const { at, known, ballot } = round;
  const words = BALLOT_WORDS[at.language];
  const all = ballot.own ?? [];
  const wanted = typed(at, FORM, "for", at.c.req.query("for") ?? "");
  const own = all.find(({ email }) => email === wanted) ?? all.find(({ self }) => self) ?? all[0]!;
  const fields: Record<string, string> = { said: words.cast, ...(!own.self && { for: own.email }) };
  const stands = own.state === "cast" ? (own.self ? words.voted : words.votedOther) : words.abstaining;
  const voting = { ...round, own, fields };
  return (
    <section aria-labelledby="yours" class="vote">
      <h2 id="yours">{own.self ? words.yours : words.votesFor(own.name || own.email)}</h2>
      {all.length > 1 && <Whose {...voting} />}
      {own.state !== "missing" && <p class="said">{stands}</p>}
      {ballot.method === "dots" && <Dots {...voting} />}
      {ballot.method === "scores" && <Scores {...voting} />}
      {ballot.method === "pairs" && <Pairs {...voting} />}
      {own.state !== "abstained" && (
        <Press
          at={at}
          id="abstain"
          action={`${ballotUrl(known.id, ballot.id)}/vote`}
          fields={{ ...fields, abstain: "1", said: words.abstainDone }}
          label={words.abstain}
        />
      )}
    </section>
  );
}

function Whose({ at, known, ballot, own }: Voting) {
  const words = BALLOT_WORDS[at.language];
  return (
    <nav aria-label={words.whose}>
      <ul class="filter">
        {ballot.own!.map((one) => {
          const isOn = one.email === own.email;
          return (
            <li>
              <a
                class={isOn ? "pill strong" : "pill"}
                href={`${ballotUrl(known.id, ballot.id)}?${new URLSearchParams({ for: one.email })}`}
                {...(isOn && { "aria-current": "true" as const })}
              >
                {one.self ? words.self : one.name || one.email}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function VoteForm({ at, known, ballot, fields, children }: Voting & { children: unknown }) {
  return (
    <Form at={at} id={FORM} action={`${ballotUrl(known.id, ballot.id)}/vote`}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children as never}
    </Form>
  );
}

type ScaleProps = Pick<Voting, "at"> & {
  name: string;
  legend: string;
  about: string;
  values: { value: string; label: string }[];
  chosen: string;
};

/** Some numbers beside each other, of which one is marked. */
function Scale({ at, name, legend, about, values, chosen }: ScaleProps) {
  const marked = typed(at, FORM, name, chosen);
  return (
    <fieldset class="scale">
      <legend>
        {legend}
        <span class="sr-only">{`: ${about}`}</span>
      </legend>
      {values.map(({ value, label }) => (
        <label>
          <input type="radio" name={name} value={value} checked={value === marked} />
          {value === "" && label !== "0" ? (
            <span>
              {"–"}
              <span class="sr-only">{` ${label}`}</span>
            </span>
          ) : (
            <span>{label}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

function Dots(voting: Voting) {
  const { at, ballot, own, titleOf } = voting;
  const words = BALLOT_WORDS[at.language];
  const { dots = DOTS } = ballot;
  const most = Math.min(ballot.most ?? dots, dots);
  const values = Array.from({ length: most + 1 }, (_, n) => ({ value: n === 0 ? "" : String(n), label: String(n) }));
  return (
    <VoteForm {...voting}>
      <p>{words.dotsAsk(dots, most)}</p>
      <ul class="ballot">
        {ballot.ideas.map((idea) => (
          <li>
            <Scale
              at={at}
              name={`dots.${idea}`}
              legend={titleOf(idea)}
              about={words.dotsOn(titleOf(idea))}
              values={values}
              chosen={String(own.dots?.[idea] ?? "")}
            />
          </li>
        ))}
      </ul>
      <Submit label={words.castSend} />
    </VoteForm>
  );
}

function Scores(voting: Voting) {
  const { at, ballot, own, titleOf } = voting;
  const words = BALLOT_WORDS[at.language];
  const values = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));
  return (
    <VoteForm {...voting}>
      <p>{words.scoresAsk}</p>
      <ul class="ballot">
        {ballot.ideas.map((idea) => (
          <li>
            <p class="of">{titleOf(idea)}</p>
            {(ballot.criteria ?? []).map(({ id, title }, i) => (
              <Scale
                at={at}
                name={`score.${idea}.${i}`}
                legend={capital(title)}
                about={titleOf(idea)}
                values={[...values, { value: "", label: words.skip }]}
                chosen={String(own.scores?.[idea]?.[id] ?? "")}
              />
            ))}
          </li>
        ))}
      </ul>
      <Submit label={words.castSend} />
    </VoteForm>
  );
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** One pair at a time; each press is a vote of all that were pressed so far. */
function Pairs(voting: Voting) {
  const { at, known, ballot, own, fields, titleOf } = voting;
  const words = BALLOT_WORDS[at.language];
  const done = own.pairs ?? [];
  const left = pairsLeft(ballot.ideas, done);
  const skipped = Number(at.c.req.query("skip") ?? 0) || 0;
  const pair = left[skipped % Math.max(left.length, 1)];
  const all = (ballot.ideas.length * (ballot.ideas.length - 1)) / 2;
  const query = new URLSearchParams({ ...(!own.self && { for: own.email }), skip: String(skipped + 1) });
  return (
    <>
      <p class="soft">{words.pairsCount(done.length, all)}</p>
      {pair ? (
        <VoteForm {...voting} fields={{ ...fields, before: JSON.stringify(done) }}>
          <fieldset class="versus">
            <legend>{words.pairsAsk}</legend>
            {[pair, pair.toReversed()].map((one) => (
              <button type="submit" class="button button-secondary" name="pair" value={JSON.stringify(one)}>
                {titleOf(one[0]!)}
              </button>
            ))}
          </fieldset>
          {left.length > 1 && (
            <p>
              <a href={`${ballotUrl(known.id, ballot.id)}?${query}`}>{words.pairsSkip}</a>
            </p>
          )}
        </VoteForm>
      ) : (
        <p class="said">{words.pairsDone}</p>
      )}
      {done.length > 0 && (
        <details>
          <summary>{words.pairsBefore}</summary>
          <ul>
            {done.map(([won = "", lost = ""]) => (
              <li>{`${titleOf(won)} ${words.beats} ${titleOf(lost)}`}</li>
            ))}
          </ul>
          <Press
            at={at}
            id="anew"
            action={`${ballotUrl(known.id, ballot.id)}/vote`}
            fields={{ ...fields, abstain: "1", said: words.pairsOver }}
            label={words.pairsOver}
          />
        </details>
      )}
    </>
  );
}
