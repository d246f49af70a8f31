// What a network stands on: agreements with managers, the theme's seven characteristics, local tracks and conditions; who leads
// writes them here.
import type { Child } from "hono/jsx";
import type { FoundationJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { longDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Lines, Submit } from "../../site/forms.tsx";
import type { Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { THEMES } from "../theme-proposals/words.ts";
import { Tracks } from "./tracks.tsx";
import { THEME_PAGE, titleOf, type ThemePageWords } from "./words.ts";

export type Seen = { at: At; known: Known; all: FoundationJson; words: ThemePageWords };

/** Adds the page to the site. */
export function addTheme(site: Site): void {
  site.page("/networks/:id/theme", async (at) => {
    const [known, all] = await Promise.all([networkOf(at), at.api.foundation(idOf(at))]);
    const words = THEME_PAGE[at.language];
    const parts = Object.entries(all).flatMap(([part, list]) => (list.length > 0 ? [part] : []));
    const title = titleOf(parts, words);
    const seen = { at, known, all, words };
    const body = (
      <>
        <h1>{title}</h1>
        <p class="lead">{sentence(seen)}</p>
        {all.agreements.length > 0 && <Agreements {...seen} />}
        {all.characteristics.length > 0 && <Characteristics {...seen} />}
        {all.tracks.map((track) => (
          <Tracks at={at} known={known} track={track} words={words} />
        ))}
        {all.conditions.length > 0 && <Conditions {...seen} />}
      </>
    );
    return { title, body, network: known.network, part: "now" };
  });
}

/** How much of it is in place, of what the programme has. */
function sentence({ all: { agreements, characteristics, tracks, conditions }, words }: Seen): string {
  const begun = tracks.flatMap(({ organisations }) => organisations);
  const counts = [
    ["agreements", agreements.filter(({ at }) => at).length, agreements.length],
    ["characteristics", characteristics.filter(({ at }) => at).length, characteristics.length],
    ["tracks", begun.filter(({ state }) => state === "ended").length, begun.length],
    ["conditions", conditions.filter(({ holds }) => holds).length, conditions.length],
  ] as const;
  const said = counts.flatMap(([part, n, of]) => (of > 0 ? [words.count[part](n, of)] : []));
  return said.join(" ") || words.nothing;
}

const mayDo = ({ known }: Seen, trigger: string) => known.mayDo(trigger) && !known.ended;

type Stated = { text?: string | undefined; at?: string | undefined; by?: string | undefined };

/** One thing: what was said of it last, by whom and when, or that nobody has; below it the form. */
function One(props: { seen: Seen; title: string; hint?: string; stated: Stated; missing: string; children?: Child }) {
  const { seen, title, hint, stated, missing, children } = props;
  const { text, at: when, by } = stated;
  const { words, known, at } = seen;
  const said = when !== undefined && longDay(when, { zone: known.zone, language: at.language });
  return (
    <li class="card">
      <h3>{title}</h3>
      {hint !== undefined && <p class="soft">{hint}</p>}
      {when === undefined ? <p class="unmet">{missing}</p> : <p class="met lines">{text ?? words.recorded}</p>}
      {said && <p class="soft">{[by, said].filter(Boolean).join(" · ")}</p>}
      {children}
    </li>
  );
}

function Agreements(seen: Seen) {
  const { at, known, all, words } = seen;
  return (
    <section id="agreements">
      <h2>{words.agreements}</h2>
      <ul class="cards">
        {all.agreements.map((one) => {
          const id = `agreement-${one.with}`;
          const title = capital(one.title);
          const form = (
            <Form at={at} id={id} action={doUrl(known.id, "recordAgreement")}>
              <input type="hidden" name="said" value={words.agreement.said} />
              <input type="hidden" name="d.with" value={one.with} />
              <Lines {...{ at, id }} name="d.text" label={words.agreement.what} hint={words.agreement.hint} rows={3} />
              <Submit label={words.agreement.save} kind="secondary" />
            </Form>
          );
          return (
            <One seen={seen} title={title} stated={one} missing={words.notYet}>
              {mayDo(seen, "recordAgreement") &&
                (one.at === undefined ? (
                  form
                ) : (
                  <Fold {...{ at, id, title }} label={words.agreement.again} form={form} />
                ))}
            </One>
          );
        })}
      </ul>
    </section>
  );
}

function Characteristics(seen: Seen) {
  const { at, known, all, words } = seen;
  return (
    <section id="characteristics">
      <h2>{words.characteristics}</h2>
      <ul class="cards">
        {all.characteristics.map((one) => {
          const [title, question] = THEMES[at.language].characteristics[one.id] as [string, string];
          const id = `characteristic-${one.id}`;
          const form = (
            <Form at={at} id={id} action={doUrl(known.id, "describeTheme")}>
              <input type="hidden" name="said" value={words.describe.said} />
              <input type="hidden" name="d.characteristic" value={one.id} />
              <Lines {...{ at, id }} name="d.text" label={question} value={one.text ?? ""} rows={4} required />
              <Submit label={words.describe.save} kind="secondary" />
            </Form>
          );
          const label = one.at === undefined ? words.describe.open : words.describe.again;
          return (
            <One seen={seen} title={title} hint={question} stated={one} missing={words.notDescribed}>
              {mayDo(seen, "describeTheme") && <Fold {...{ at, id, title, label, form }} />}
            </One>
          );
        })}
      </ul>
    </section>
  );
}

function Conditions(seen: Seen) {
  const { at, known, all, words } = seen;
  return (
    <section id="conditions">
      <h2>{words.conditions}</h2>
      <ul class="cards">
        {all.conditions.map((one) => {
          const id = `condition-${one.id}`;
          return (
            <One seen={seen} title={one.title} stated={one} missing={words.waits}>
              {!one.holds && mayDo(seen, "confirmCondition") && (
                <Form at={at} id={id} action={doUrl(known.id, "confirmCondition")}>
                  <input type="hidden" name="said" value={words.condition.said} />
                  <input type="hidden" name="d.condition" value={one.id} />
                  <Lines {...{ at, id }} name="d.text" label={words.condition.how} rows={2} />
                  <Submit label={words.condition.save} kind="secondary" />
                </Form>
              )}
            </One>
          );
        })}
      </ul>
    </section>
  );
}

/** A form that opens; open already where it came back. */
function Fold({ at, id, label, title, form }: { at: At; id: string; label: string; title: string; form: Child }) {
  return (
    <details open={at.form?.id === id}>
      <summary>
        {label}
        <span class="sr-only">{`: ${title}`}</span>
      </summary>
      {form}
    </details>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
