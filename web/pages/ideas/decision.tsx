// A decision: what is decided on what ground, three equal answers with what each leads to, and who has answered.
import type { DecisionJson } from "../../../api/client.ts";
import { choiceWords } from "../../words.ts";
import type { At } from "../../site/at.ts";
import { longDay } from "../../site/dates.ts";
import { doOrSee, doUrl } from "../../site/do.ts";
import { Press } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import { NotTaken, type Fields, type Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Answer, Put, Withdraw } from "./decision-forms.tsx";
import { Earlier, Ground, Outcome } from "./decision-ground.tsx";
import { Live } from "./live.tsx";
import { ideaUrl } from "./urls.ts";
import { DECISION_WORDS } from "./words-decision.ts";

const PLACE = "/decisions/:id/:subject";

export type Deciding = { at: At; known: Known; decision: DecisionJson; id: string };

/** Adds the page, and where answers are sent. */
export function addDecision({ page, form }: Pick<Site, "page" | "form">): void {
  page(PLACE, async (at) => {
    const id = at.c.req.param("subject") ?? "";
    const [known, decision] = await Promise.all([networkOf(at), at.api.decision(idOf(at), id)]);
    const shown = { at, known, decision, id };
    const part = decision.kind === "idea" ? ("ideas" as const) : ("plan" as const);
    const body = (
      <Live known={known}>
        <Page {...shown} />
      </Live>
    );
    return { title: decision.title, body, network: known.network, part };
  });

  form(PLACE, async (at, sent, key) => {
    const id = at.c.req.param("subject") ?? "";
    const words = DECISION_WORDS[at.language];
    const { kind } = await at.api.decision(idOf(at), id);
    const outcome = sent.text("choice");
    if (outcome === "") throw new NotTaken(words.choice, { choice: words.choice });
    const data = { [kind === "idea" ? "idea" : "item"]: id, ...answerOf(outcome, kind, sent) };
    return await doOrSee(at, sent, { network: idOf(at), trigger: "decide", data, key });
  });
}

/** What is sent with an answer: what was written for another one stays behind. */
function answerOf(outcome: string, kind: DecisionJson["kind"], sent: Fields): object {
  const given = (name: string) => (sent.text(`d.${name}`) === "" ? {} : { [name]: sent.text(`d.${name}`) });
  const isApproval = kind === "idea" && outcome === "approve";
  return {
    outcome,
    ...given("reason"),
    ...given("for"),
    ...(isApproval && { ...given("next"), ...given("to"), ...given("due") }),
    ...(outcome === "select" && { choices: sent.all("choices") }),
  };
}

function Page(shown: Deciding) {
  const { at, known, decision } = shown;
  const words = DECISION_WORDS[at.language];
  const { open, may, mayPropose, kind, state } = decision;
  const isOpen = open && !known.ended;
  return (
    <>
      <p class="crumbs">
        <a href={kind === "idea" ? ideaUrl(known.id, shown.id) : partUrl(known.id, "now")}>
          {kind === "idea" ? words.about : words.back}
        </a>
      </p>
      <h1>{decision.title}</h1>
      <p class="lead" data-part="lead">
        {leadOf(shown)}
      </p>
      <Outcome {...shown} />
      <div class="cols">
        <div>
          <Ground {...shown} />
          {isOpen && may && <Answer {...shown} />}
          {isOpen && decision.mayWithdraw && <Withdraw {...shown} />}
          {!known.ended && kind === "decision" && state === "planned" && mayPropose && <Put {...shown} />}
        </div>
        <div>
          {open && <Votes {...shown} />}
          <Earlier {...shown} />
        </div>
      </div>
    </>
  );
}

function leadOf({ at, known, decision }: Deciding): string {
  const { ask } = DECISION_WORDS[at.language];
  const { open, may, deadline, kind, state, outcome } = decision;
  if (open) {
    const day =
      deadline === undefined ? "" : ` ${ask.by(longDay(deadline, { zone: known.zone, language: at.language }))}`;
    return `${ask.open}${day}. ${may && !known.ended ? ask.may : ask.mayNot}`;
  }
  if (kind === "idea" && state === "testing") return ask.testing;
  if (outcome) return ask.over;
  if (kind === "decision") return state === "planned" ? ask.drafting : ask.over;
  return ask.before;
}

/** Who has answered what, who has not, and how many it takes. */
function Votes({ at, known, decision, id }: Deciding) {
  const words = DECISION_WORDS[at.language];
  const { votes, missing, carriedBy, quorum, kind, how } = decision;
  const rule = how === "consensus" ? undefined : words.carried[carriedBy];
  const subject = kind === "idea" ? "d.idea" : "d.item";
  return (
    <section aria-labelledby="votes" data-part="votes">
      <h2 id="votes">{words.votes}</h2>
      <p class="soft">{[rule, quorum !== undefined && words.quorum(quorum)].filter(Boolean).join(" ")}</p>
      {votes.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul class="rows">
          {votes.map((one) => (
            <li>
              <div class="what">
                <p>{one.name || one.email}</p>
                <p>{choiceWords(at.language, kind, one.choice).label}</p>
              </div>
              {one.yours && !known.ended && (
                <Press
                  at={at}
                  id={`withdraw-${one.self ? "self" : one.email.replaceAll(/[^\w-]+/g, "-")}`}
                  action={doUrl(known.id, "withdrawVote")}
                  fields={{ [subject]: id, said: words.withdrawn, ...(!one.self && { "d.for": one.email }) }}
                  label={words.withdraw}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p class="soft">{`${words.missing}: ${missing.map(({ name, email }) => name || email).join(", ")}`}</p>
      )}
    </section>
  );
}
