// Rounds of prioritisation: those that are open, those that are over, and the form that opens one.
import type { BallotJson, IdeaJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { shortDay } from "../../site/dates.ts";
import { doOrSee } from "../../site/do.ts";
import { Form, Input, marked, Picks, Submit } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import type { Fields, Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Live } from "./live.tsx";
import { ballotUrl } from "./urls.ts";
import { BALLOT_WORDS } from "./words-ballots.ts";

const PLACE = "/networks/:id/prioritisation";
const CRITERIA = [1, 2, 3, 4];

/** Adds the page, and where a new round is sent. */
export function addBallots({ page, form }: Pick<Site, "page" | "form">): void {
  page(PLACE, async (at) => {
    const { api, language } = at;
    const id = idOf(at);
    const [known, ballots, ideas] = await Promise.all([networkOf(at), api.ballots(id), api.ideas(id)]);
    const words = BALLOT_WORDS[language];
    const mayOpen = !known.ended && known.mayDo("openBallot");
    const isOpen = ({ state }: BallotJson) => state === "open";
    const body = (
      <Live known={known}>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <div data-part="ballots">
          {ballots.length === 0 && (
            <p class="empty">
              {words.none}
              {mayOpen && ` ${words.noneMay}`}
            </p>
          )}
          <Listed at={at} known={known} title={words.open} ballots={ballots.filter(isOpen)} />
          <Listed
            at={at}
            known={known}
            title={words.over}
            ballots={ballots.filter((one) => !isOpen(one)).toReversed()}
          />
        </div>
        {mayOpen && <Opening at={at} known={known} ideas={ideas} />}
      </Live>
    );
    return { title: words.title, body, network: known.network, part: "prioritisation" };
  });

  form(`${PLACE}/open`, async (at, sent, key) =>
    doOrSee(at, sent, { network: idOf(at), trigger: "openBallot", data: openingOf(sent), key }),
  );
}

/** Criteria are called c1, c2 … in their order. */
function openingOf(sent: Fields): object {
  const method = sent.text("method");
  const number = (name: string) => (sent.text(name) === "" ? {} : { [name]: numberIn(sent.text(name)) });
  const criteria = CRITERIA.flatMap((n) => {
    const [title, weight] = [sent.text(`criterion-${n}`), sent.text(`weight-${n}`)];
    return title === "" ? [] : [{ id: `c${n}`, title, ...(weight && { weight: numberIn(weight) }) }];
  });
  return {
    method,
    ideas: sent.all("ideas"),
    ...number("first"),
    ...(method === "dots" && { ...number("dots"), ...number("most") }),
    ...(method === "scores" && criteria.length > 0 && { criteria }),
    ...(sent.text("secret") && { secret: true }),
    ...(sent.text("closes") && { closes: sent.text("closes") }),
  };
}

/** What is no number stays as it was typed: the API says what is wrong with it. */
function numberIn(text: string): number | string {
  const number = Number(text.replace(",", "."));
  return Number.isNaN(number) ? text : number;
}

type ListedProps = { at: At; known: Known; title: string; ballots: BallotJson[] };

function Listed({ at, known, title, ballots }: ListedProps) {
  if (ballots.length === 0) return null;
  const words = BALLOT_WORDS[at.language];
  return (
    <>
      <h2>{title}</h2>
      <ul class="rows">
        {ballots.map((one) => {
          const isMissing = one.own?.some(({ state }) => state === "missing");
          const mayVote = (one.own ?? []).length > 0;
          return (
            <li>
              <div class="what">
                <p>{`${words.methods[one.method]} · ${words.ideas(one.ideas.length)}`}</p>
                <p class="soft">
                  <Facts at={at} known={known} ballot={one} />
                </p>
              </div>
              <a
                class={`button button-${isMissing ? "primary" : "secondary"} small`}
                href={ballotUrl(known.id, one.id)}
              >
                {isMissing ? words.vote : mayVote ? words.voteAgain : words.see}
                <span class="sr-only">{`: ${words.methods[one.method]}, ${one.id}`}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How a round stands, in one line. */
export function Facts({ at, known, ballot }: { at: At; known: Known; ballot: BallotJson }) {
  const words = BALLOT_WORDS[at.language];
  const told = { zone: known.zone, language: at.language };
  const { state, secret, turnout, closes, closedAt } = ballot;
  const day = state === "open" ? closes : (closedAt ?? closes);
  const said = [
    `${words.states[state]}${day !== undefined && state !== "open" ? ` ${shortDay(day, told, known.now)}` : ""}`,
    secret && words.secret,
    words.turnout(turnout.cast, turnout.missing),
    (turnout.abstained ?? 0) > 0 && words.abstained(turnout.abstained!),
    state === "open" && day !== undefined && `${words.closes} ${shortDay(day, told, known.now)}`,
  ];
  return <>{said.filter(Boolean).join(" · ")}</>;
}

function Opening({ at, known, ideas }: { at: At; known: Known; ideas: IdeaJson[] }) {
  const words = BALLOT_WORDS[at.language];
  const id = "open";
  const captured = ideas.filter(({ state }) => state === "captured");
  if (captured.length < 2)
    return (
      <>
        <h2>{words.newTitle}</h2>
        <p class="empty">{words.few}</p>
      </>
    );
  const field = { at, id };
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{words.newTitle}</h2>
      <Form at={at} id={id} action={`${partUrl(known.id, "prioritisation")}/open`}>
        <input type="hidden" name="said" value={words.opened} />
        <Picks
          {...field}
          name="method"
          label={words.method}
          values={["dots"]}
          choices={Object.entries(words.methods).map(([value, label]) => ({ value, label, hint: words.about[value]! }))}
        />
        <div class="pickgrid">
          <Picks
            {...field}
            name="ideas"
            type="checkbox"
            label={words.which}
            hint={words.whichHint}
            values={captured.map((one) => one.id)}
            choices={captured.map((one) => ({ value: one.id, label: one.title }))}
          />
        </div>
        <div class="grid2">
          <Input {...field} name="first" label={words.first} value="3" type="number" inputmode="numeric" />
          <Input {...field} name="closes" label={words.until} hint={words.untilHint} type="date" />
          <Input {...field} name="dots" label={words.dots} hint={words.dotsHint} type="number" inputmode="numeric" />
          <Input {...field} name="most" label={words.most} type="number" inputmode="numeric" />
        </div>
        <details>
          <summary>{words.criteria}</summary>
          <p class="soft">{words.criteriaHint}</p>
          <div class="grid2">
            {CRITERIA.map((n) => (
              <>
                <Input {...field} name={`criterion-${n}`} label={words.criterion(n)} />
                <Input {...field} name={`weight-${n}`} label={words.weight(n)} type="number" inputmode="decimal" />
              </>
            ))}
          </div>
        </details>
        <label class="pick" for="open-secret">
          <input type="checkbox" id="open-secret" name="secret" value="1" checked={marked(at, id, "secret", "1")} />
          <span>{words.secrecy}</span>
        </label>
        <Submit label={words.send} />
      </Form>
    </section>
  );
}
