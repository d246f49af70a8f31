// What the pages for signing in look like.
import type { ProblemJson } from "../../api/client.ts";
import { newKey } from "../site/at.ts";
import type { Language } from "../words-shape.ts";
import { SIGN_IN } from "./words.ts";

type Props = { language: Language; back: string };

/** The ways in; `kept`: what was typed before is kept. */
export function SignIn({
  language,
  back,
  kept,
  email,
  provider,
  problem,
}: Props & { kept: boolean; email: string; provider?: string; problem?: ProblemJson }) {
  const words = SIGN_IN[language];
  const wrong = problem?.code === "bad-input";
  return (
    <>
      <h1>{words.title}</h1>
      {kept && (
        <div class="said warm" role="status">
          <p>{words.kept}</p>
        </div>
      )}
      {problem && (
        <div class="said wrong" role="alert" tabindex={-1} data-wrong>
          <h2>{problem.title}</h2>
          {problem.detail && <p>{problem.detail}</p>}
          {problem.hint && <p>{problem.hint}</p>}
        </div>
      )}
      {provider !== undefined && (
        <p>
          <a class="button button-primary" href={`/sign-in/provider?${new URLSearchParams({ back })}`}>
            {provider}
          </a>
        </p>
      )}
      <form method="post" action="/sign-in">
        <Hidden back={back} />
        <div class={wrong ? "form-group form-error" : "form-group"}>
          <label class="form-label" for="email">
            {words.email}
          </label>
          <span class="form-hint" id="email-hint">
            {words.emailHint}
          </span>
          <input
            class="form-input"
            type="email"
            id="email"
            name="email"
            value={email}
            autocomplete="email"
            aria-describedby="email-hint"
            {...(wrong && { "aria-invalid": "true" as const })}
          />
        </div>
        <div class="form-group">
          <button type="submit" class={`button button-${provider === undefined ? "primary" : "secondary"}`}>
            {words.send}
          </button>
        </div>
      </form>
      <details>
        <summary>{words.byKey}</summary>
        <form method="post" action="/sign-in/key">
          <Hidden back={back} />
          <div class="form-group">
            <label class="form-label" for="token">
              {words.token}
            </label>
            <span class="form-hint" id="token-hint">
              {words.tokenHint}
            </span>
            <input
              class="form-input"
              type="password"
              id="token"
              name="token"
              autocomplete="off"
              aria-describedby="token-hint"
            />
          </div>
          <div class="form-group">
            <button type="submit" class="button button-secondary">
              {words.title}
            </button>
          </div>
        </form>
      </details>
    </>
  );
}

/** Behind the link of a mail: one press signs in. */
export function Confirm({ language, back, action }: Props & { action: string }) {
  const words = SIGN_IN[language];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.confirm}</p>
      <form method="post" action={action}>
        <Hidden back={back} />
        <button type="submit" class="button button-primary">
          {words.title}
        </button>
      </form>
    </>
  );
}

/** After a link was asked for. */
export function SentPage({ language }: { language: Language }) {
  const words = SIGN_IN[language];
  return (
    <>
      <h1>{words.sent}</h1>
      <p class="lead">{words.sentLead}</p>
      <p>{words.sentHint}</p>
      <p>
        <a href="/sign-in">{words.again}</a>
      </p>
    </>
  );
}

const Hidden = ({ back }: { back: string }) => (
  <>
    <input type="hidden" name="key" value={newKey()} />
    <input type="hidden" name="back" value={back} />
  </>
);
