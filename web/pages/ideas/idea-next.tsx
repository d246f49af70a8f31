// What comes next with an idea: how it stands, what is missing, and the forms of those who may do it.
import { longDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Press } from "../../site/forms.tsx";
import type { Shown } from "./idea.tsx";
import { Folded, Reason } from "./idea-parts.tsx";
import { PlanOfTest, Testing } from "./idea-test.tsx";
import { decisionUrl, ideaUrl } from "./urls.ts";
import { ONE_IDEA } from "./words-idea.ts";

/** The next step, whoever takes it. */
export function Next(shown: Shown) {
  const { at, known, idea } = shown;
  const words = ONE_IDEA[at.language];
  const { state, round, rounds, follow } = idea;
  const told = { zone: known.zone, language: at.language };
  const says = follow?.done ? words.waiting.followed : words.waiting[state as keyof typeof words.waiting];
  const isSpent = state === "shortlisted" && round >= rounds;
  return (
    <section aria-labelledby="next" class="idea-next">
      <h2 id="next">{words.next}</h2>
      <div data-part="next">
        <p>{isSpent ? words.lastRound : says}</p>
        {idea.into !== undefined && (
          <p>
            <a href={ideaUrl(known.id, idea.into)}>{words.into}</a>
          </p>
        )}
        {state === "deciding" && idea.deadline !== undefined && (
          <p>
            {`${words.deadline}: `}
            <strong>{longDay(idea.deadline, told)}</strong>
          </p>
        )}
        {follow && !follow.done && (
          <p>
            {words.follow(words.nexts[follow.next] ?? follow.next, follow.to, longDay(`${follow.due}T12:00:00Z`, told))}
          </p>
        )}
        {["discarded", "merged", "split"].includes(state) && idea.reason !== undefined && (
          <p class="lines">{idea.reason}</p>
        )}
        <Standings {...shown} />
      </div>
      {!known.ended && <Steps {...shown} />}
    </section>
  );
}

/** What must be in place, each with whether it is. */
function Standings({ at, idea }: Shown) {
  const words = ONE_IDEA[at.language];
  if (idea.standings.length === 0) return null;
  return (
    <>
      <h3>{words.standings}</h3>
      <ul class="standings">
        {idea.standings.map((one) => (
          <li class={one.met ? "met" : "unmet"}>
            {one.title}
            <span class="soft">
              {one.met ? ` (${words.met})` : ` (${one.need > 1 ? words.have(one.have, one.need) : words.unmet})`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Steps(shown: Shown) {
  const { at, known, idea } = shown;
  const words = ONE_IDEA[at.language];
  const { state, sources } = idea;
  const may = known.mayDo;
  if (state === "captured")
    return (
      <>
        {may("shortlist") && (
          <Reason {...shown} trigger="shortlist" label={words.shortlist} done={words.shortlistDone} why={words.why} />
        )}
        {sources && may("splitIdea") && (
          <Folded {...shown} trigger="splitIdea" title={words.split}>
            <Reason {...shown} trigger="splitIdea" label={words.split} done={words.splitDone} why={words.why} plain />
          </Folded>
        )}
      </>
    );
  if (state === "shortlisted") return <PlanOfTest {...shown} />;
  if (state === "testing") return <Testing {...shown} />;
  if (state === "deciding")
    return (
      <p>
        <a class={`button button-${may("decide") ? "primary" : "secondary"}`} href={decisionUrl(known.id, idea.id)}>
          {may("decide") ? words.toDecision : words.seeDecision}
        </a>
      </p>
    );
  if (state === "approved")
    return idea.follow && !idea.follow.done && may("completeFollowUp") ? (
      <Press
        at={at}
        id="follow"
        action={doUrl(known.id, "completeFollowUp")}
        fields={{ "d.idea": idea.id, said: words.followSaid }}
        label={words.followDone}
        kind="primary"
      />
    ) : null;
  if (state === "discarded" && may("reviveIdea") && idea.round < idea.rounds)
    return (
      <Reason
        {...shown}
        trigger="reviveIdea"
        label={words.revive}
        done={words.reviveDone}
        why={words.reviveWhy}
        plain
      />
    );
  return null;
}
