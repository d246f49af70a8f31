// One round of prioritisation: the screen to vote on, how it stands or ended, and what whoever leads does with it.
import { ApiError, type BallotJson, type IdeaJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { doOrSee, doUrl } from "../../site/do.ts";
import { Form, Input, Lines, Press, Submit } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import { NotTaken, type Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Live } from "./live.tsx";
import { Facts } from "./ballots.tsx";
import { Result } from "./result.tsx";
import { ballotUrl } from "./urls.ts";
import { castOf } from "./cast.ts";
import { Vote } from "./vote.tsx";
import { BALLOT_WORDS } from "./words-ballots.ts";

const PLACE = "/networks/:id/prioritisation/:ballot";

/** What its parts are given. `titleOf` an idea. */
export type Round = { at: At; known: Known; ballot: BallotJson; ideas: IdeaJson[]; titleOf: (idea: string) => string };

/** Adds the page, and where votes and orders are sent. */
export function addBallot({ page, form }: Pick<Site, "page" | "form">): void {
  page(PLACE, async (at) => {
    const { api, c, language } = at;
    const id = idOf(at);
    const [known, ballot, ideas] = await Promise.all([networkOf(at), ballotOf(at), api.ideas(id)]);
    const titleOf = (idea: string) => ideas.find((one) => one.id === idea)?.title ?? idea;
    const round: Round = { at, known, ballot, ideas, titleOf };
    const isWall = c.req.query("wall") !== undefined;
    const title = `${BALLOT_WORDS[language].title}: ${BALLOT_WORDS[language].methods[ballot.method]}`;
    const body = (
      <Live known={known}>{isWall ? <BigScreen {...round} title={title} /> : <Page {...round} title={title} />}</Live>
    );
    return { title, body, network: known.network, part: "prioritisation" };
  });

  form(`${PLACE}/vote`, async (at, sent, key) => {
    const words = BALLOT_WORDS[at.language];
    const ballot = await ballotOf(at);
    const data = castOf(ballot, sent);
    if (!data) throw new NotTaken(words.castNone);
    const whom = sent.text("for");
    const cast = { ballot: ballot.id, ...data, ...(whom && { for: whom }) };
    return await doOrSee(at, sent, { network: idOf(at), trigger: "castBallot", data: cast, key });
  });

  form(`${PLACE}/order`, async (at, sent, key) => {
    const words = BALLOT_WORDS[at.language];
    const ballot = await ballotOf(at);
    const placed = ballot.ideas.map((idea) => ({ idea, place: Number(sent.text(`place.${idea}`)) }));
    const places = new Set(placed.map(({ place }) => place));
    if (places.size < placed.length || placed.some(({ place }) => !(place >= 1))) throw new NotTaken(words.placesWrong);
    const order = placed.toSorted((a, b) => a.place - b.place).map(({ idea }) => idea);
    const data = { ballot: ballot.id, order, reason: sent.text("reason") };
    return await doOrSee(at, sent, { network: idOf(at), trigger: "overruleOrder", data, key });
  });
}

/** The round of the page's address. Throws ApiError where there is none. */
async function ballotOf(at: Pick<At, "c" | "api" | "language">): Promise<BallotJson> {
  const wanted = at.c.req.param("ballot") ?? "";
  const found = (await at.api.ballots(idOf(at))).find((one) => one.id === wanted);
  if (!found) throw notThere(BALLOT_WORDS[at.language]);
  return found;
}

const notThere = ({ noBallot: [title, detail, hint] }: (typeof BALLOT_WORDS)["da"]) =>
  new ApiError({ type: "urn:fremdrift:problem:not-found", status: 404, code: "not-found", title, detail, hint });

function Page({ title, ...round }: Round & { title: string }) {
  const { at, known, ballot } = round;
  const words = BALLOT_WORDS[at.language];
  const isOpen = ballot.state === "open" && !known.ended;
  return (
    <>
      <p class="crumbs">
        <a href={partUrl(known.id, "prioritisation")}>{words.all}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead" data-part="facts">
        <Facts at={at} known={known} ballot={ballot} />
      </p>
      {ballot.reason !== undefined && <p class="lines">{ballot.reason}</p>}
      {isOpen && (ballot.own ?? []).length > 0 && <Vote {...round} />}
      <Result {...round} />
      {isOpen ? <Ending {...round} /> : <After {...round} />}
      <p>
        <a href={`${ballotUrl(known.id, ballot.id)}?wall=1`}>{words.wall}</a>
      </p>
    </>
  );
}

/** For a projector: only what all are to see. */
function BigScreen({ title, ...round }: Round & { title: string }) {
  const { at, known, ballot } = round;
  const words = BALLOT_WORDS[at.language];
  return (
    <div class="big">
      <h1>{title}</h1>
      <p class="lead" data-part="facts">
        <Facts at={at} known={known} ballot={ballot} />
      </p>
      <Result {...round} />
      <p>
        <a href={ballotUrl(known.id, ballot.id)}>{words.unwall}</a>
      </p>
    </div>
  );
}

/** Closing and cancelling. */
function Ending({ at, known, ballot }: Round) {
  const words = BALLOT_WORDS[at.language];
  return (
    <div class="unprinted">
      {known.mayDo("closeBallot") && (
        <Press
          at={at}
          id="close"
          action={doUrl(known.id, "closeBallot")}
          fields={{ "d.ballot": ballot.id, said: words.closed }}
          label={words.close}
        />
      )}
      {known.mayDo("cancelBallot") && (
        <details open={at.form?.id === "cancel"}>
          <summary>{words.cancel}</summary>
          <Form at={at} id="cancel" action={doUrl(known.id, "cancelBallot")}>
            <input type="hidden" name="d.ballot" value={ballot.id} />
            <input type="hidden" name="said" value={words.cancelled} />
            <Lines at={at} id="cancel" name="d.reason" label={words.reason} rows={2} required />
            <Submit label={words.cancel} kind="secondary" />
          </Form>
        </details>
      )}
    </div>
  );
}

/** People decide: another order, and which ideas go on. */
function After(round: Round) {
  const { at, known, ballot } = round;
  if (known.ended || ballot.state !== "closed") return null;
  const words = BALLOT_WORDS[at.language];
  const { mayDo } = known;
  const order = ballot.overruled?.order ?? ballot.outcome?.order.map(({ idea }) => idea) ?? ballot.ideas;
  return (
    <div class="unprinted">
      {mayDo("shortlist") && <Shortlist {...round} order={order} />}
      {mayDo("overruleOrder") && (
        <details open={at.form?.id === "order"}>
          <summary>{words.overrule}</summary>
          <p class="soft">{words.overruleHint}</p>
          <Form at={at} id="order" action={`${ballotUrl(known.id, ballot.id)}/order`}>
            <input type="hidden" name="said" value={words.overruleDone} />
            <div class="grid2">
              {order.map((idea, i) => (
                <Input
                  at={at}
                  id="order"
                  name={`place.${idea}`}
                  label={words.place(round.titleOf(idea))}
                  type="number"
                  inputmode="numeric"
                  value={String(i + 1)}
                />
              ))}
            </div>
            <Lines at={at} id="order" name="reason" label={words.why} rows={2} required />
            <Submit label={words.overruleSend} kind="secondary" />
          </Form>
        </details>
      )}
    </div>
  );
}

function Shortlist({ at, known, ideas, order, titleOf }: Round & { order: string[] }) {
  const words = BALLOT_WORDS[at.language];
  const stateOf = (idea: string) => ideas.find((one) => one.id === idea)?.state;
  return (
    <section aria-labelledby="shortlist">
      <h2 id="shortlist">{words.shortlist}</h2>
      <p class="soft">{words.shortlistHint}</p>
      <ul class="rows">
        {order.map((idea) => (
          <li id={idea}>
            {stateOf(idea) === "captured" ? (
              <Form at={at} id={`s-${idea}`} action={doUrl(known.id, "shortlist")} class="line">
                <input type="hidden" name="d.idea" value={idea} />
                <input type="hidden" name="said" value={words.shortlistDone} />
                <Input at={at} id={`s-${idea}`} name="d.reason" label={words.whyFor(titleOf(idea))} required />
                <Submit label={words.shortlistSend} kind="secondary" />
              </Form>
            ) : (
              <div class="what">
                <p>
                  {`${titleOf(idea)} `}
                  {stateOf(idea) !== "merged" && <span class="pill">{words.chosen}</span>}
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
