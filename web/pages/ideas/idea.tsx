// One idea: what it says, what comes next, where it comes from, what has happened, and what people say of it.
import type { BallotJson, IdeaJson, IdeaStoryJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { shortDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Lines, Submit } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { Beside } from "../files/beside.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Live } from "./live.tsx";
import { Next } from "./idea-next.tsx";
import { Agreed } from "./idea-test.tsx";
import { Story } from "./idea-story.tsx";
import { ballotUrl, ideaUrl } from "./urls.ts";
import { BALLOT_WORDS } from "./words-ballots.ts";
import { ONE_IDEA } from "./words-idea.ts";
import { IDEA_WORDS } from "./words-ideas.ts";

/** Adds the page. */
export function addIdea({ page, largestFile: largest }: Pick<Site, "page" | "largestFile">): void {
  page("/networks/:id/ideas/:idea", async (at) => {
    const { api, c } = at;
    const id = idOf(at);
    const one = c.req.param("idea") ?? "";
    const [known, idea, all, ballots, beside] = await Promise.all([
      networkOf(at),
      api.idea(id, one),
      api.ideas(id),
      api.ballots(id),
      api.beside(id, `idea:${one}`),
    ]);
    const body = (
      <Live known={known}>
        <Head at={at} known={known} idea={idea} />
        <div class="cols">
          <div>
            <Next at={at} known={known} idea={idea} />
            <Story at={at} known={known} idea={idea} />
            <Comments at={at} known={known} idea={idea} />
            <Beside at={at} known={known} about={`idea:${idea.id}`} beside={beside} largest={largest} />
          </div>
          <div>
            <Agreed at={at} known={known} idea={idea} />
            <Lineage at={at} known={known} idea={idea} all={all} />
            <Votes at={at} known={known} idea={idea} ballots={ballots} />
          </div>
        </div>
      </Live>
    );
    return { title: idea.title, body, network: known.network, part: "ideas" };
  });
}

export type Shown = { at: At; known: Known; idea: IdeaStoryJson };

function Head({ at, known, idea }: Shown) {
  const words = ONE_IDEA[at.language];
  const told = { zone: known.zone, language: at.language };
  const { state, round, rounds, theme } = idea;
  const day = idea.at === undefined ? "" : shortDay(idea.at, told, known.now);
  return (
    <>
      <p class="crumbs">
        <a href={partUrl(known.id, "ideas")}>{words.board}</a>
      </p>
      <h1>{idea.title}</h1>
      <p class="pills" data-part="pills">
        <span class={state === "approved" ? "pill strong" : state === "deciding" ? "pill warm" : "pill"}>
          {IDEA_WORDS[at.language].states[state] ?? state}
        </span>
        {round > 0 && <span class="pill">{words.round(round, rounds)}</span>}
        {theme && <span class="pill">{theme.title}</span>}
      </p>
      {idea.text !== undefined && <p class="lead lines">{idea.text}</p>}
      <p class="soft">{words.by((idea.authorNames ?? []).filter(Boolean).join(", "), day)}</p>
    </>
  );
}

function Lineage({ at, known, idea, all }: Shown & { all: IdeaJson[] }) {
  const words = ONE_IDEA[at.language];
  const titleOf = (id: string) => all.find((one) => one.id === id)?.title ?? id;
  const link = (id: string) => (
    <li>
      <a href={ideaUrl(known.id, id)}>{titleOf(id)}</a>
    </li>
  );
  const groups: [string, string[]][] = [
    [words.sources, idea.sources ?? []],
    [words.into, idea.into === undefined ? [] : [idea.into]],
    [words.alike, idea.alike.map((one) => one.id)],
  ];
  const shown = groups.filter(([, ids]) => ids.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{words.lineage}</h2>
      {shown.map(([title, ids]) => (
        <>
          <h3>{title}</h3>
          <ul>{ids.map(link)}</ul>
        </>
      ))}
    </section>
  );
}

/** Where it stood in rounds of prioritisation that may be read. */
function Votes({ at, known, idea, ballots }: Shown & { ballots: BallotJson[] }) {
  const words = ONE_IDEA[at.language];
  const { methods } = BALLOT_WORDS[at.language];
  const placed = ballots.flatMap((ballot) => {
    const place = ballot.outcome?.order.find((one) => one.idea === idea.id);
    return place ? [{ ballot, place }] : [];
  });
  if (placed.length === 0) return null;
  return (
    <section aria-labelledby="votes" data-part="votes">
      <h2 id="votes">{words.votes}</h2>
      <ul>
        {placed.map(({ ballot, place }) => (
          <li>
            <a href={ballotUrl(known.id, ballot.id)}>{methods[ballot.method]}</a>
            {`: ${words.place(place.rank, ballot.ideas.length)} (${place.sure})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Comments({ at, known, idea }: Shown) {
  const words = ONE_IDEA[at.language];
  const told = { zone: known.zone, language: at.language };
  const id = "comment";
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{words.comments}</h2>
      <div data-part="comments">
        {idea.comments.length === 0 ? (
          <p class="soft">{words.noComments}</p>
        ) : (
          <ul class="rows">
            {idea.comments.map((one) => (
              <li>
                <div class="what">
                  <p class="said-by">{words.by(one.name ?? "", shortDay(one.at, told, known.now))}</p>
                  <p class="lines">{one.text}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!known.ended && known.mayDo("commentIdea") && (
        <Form at={at} id={id} action={doUrl(known.id, "commentIdea")}>
          <input type="hidden" name="d.idea" value={idea.id} />
          <input type="hidden" name="said" value={words.commentDone} />
          <Lines at={at} id={id} name="d.text" label={words.comment} rows={3} required />
          <Submit label={words.commentSend} kind="secondary" />
        </Form>
      )}
    </section>
  );
}
