// The board of ideas by how they stand; on a phone a list. Ideas are added, put together and moved by buttons.
import type { IdeaJson, ThemeJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { doOrSee, doUrl } from "../../site/do.ts";
import { Folded } from "../../site/folded.tsx";
import { Form, Input, Lines, Select, Submit } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Live } from "./live.tsx";
import { Mark } from "./mark.tsx";
import { ideaUrl } from "./urls.ts";
import { IDEA_WORDS } from "./words-ideas.ts";

const PLACE = "/networks/:id/ideas";
/** The form that puts ideas together; the marks on the board belong to it. */
const MERGE = "merge";
const COLUMNS = ["captured", "concept", "shortlisted", "testing", "decided"] as const;
type Column = (typeof COLUMNS)[number];

/** Adds the page, and where an idea is sent. */
export function addBoard({ page, form }: Pick<Site, "page" | "form">): void {
  page(PLACE, async (at) => {
    const { api, language, c } = at;
    const id = idOf(at);
    const [known, all, themes] = await Promise.all([networkOf(at), api.ideas(id), api.themes(id)]);
    const words = IDEA_WORDS[language];
    const theme = c.req.query("theme");
    const standing = all.filter((one) => columnOf(one) !== undefined);
    const shown = theme === undefined ? standing : standing.filter((one) => one.theme?.title === theme);
    const mayMerge = !known.ended && known.mayDo("mergeIdeas");
    const body = (
      <Live known={known}>
        <h1>{words.title}</h1>
        <p class="lead" data-part="lead">
          {words.lead(standing.length, standing.filter((one) => columnOf(one) === "decided").length)}
        </p>
        {!known.ended && known.mayDo("addIdea") && <Add at={at} known={known} themes={themes} />}
        <Filter at={at} known={known} ideas={standing} chosen={theme} />
        <Board at={at} known={known} ideas={shown} mayMerge={mayMerge} />
        {mayMerge && standing.some(isMergeable) && <Merge at={at} known={known} />}
      </Live>
    );
    return { title: words.title, body, network: known.network, part: "ideas" };
  });

  form(`${PLACE}/add`, async (at, sent, key) => {
    const network = idOf(at);
    const authors = sent
      .text("authors")
      .split(/[\s,;]+/)
      .filter(Boolean);
    const [text, theme] = [sent.text("text"), sent.text("theme")];
    const data = {
      title: sent.text("title"),
      ...(text && { text }),
      ...(theme && { theme }),
      ...(authors.length > 0 && { authors }),
    };
    if (sent.text("anyway") === "") {
      const seen = await at.api.preview(network, "addIdea", data);
      if ((seen.alike ?? []).length > 0) return { seen };
    }
    return await doOrSee(at, sent, { network, trigger: "addIdea", data, key });
  });
}

/** Where an idea stands on the board; nowhere where it is part of another. */
function columnOf({ state, sources }: IdeaJson): Column | undefined {
  if (state === "captured") return sources ? "concept" : "captured";
  if (state === "shortlisted") return "shortlisted";
  if (state === "testing" || state === "deciding") return "testing";
  return state === "approved" || state === "discarded" ? "decided" : undefined;
}

const isMergeable = ({ state }: IdeaJson) => state === "captured";

type Shown = { at: At; known: Known };

/** Where somebody has had nearly the same idea, that is said before it is added. */
function Add({ at, known, themes }: Shown & { themes: ThemeJson[] }) {
  const words = IDEA_WORDS[at.language];
  const id = "idea";
  const alike = (at.form?.id === id && at.form.seen?.alike) || [];
  return (
    <section class="card lift" aria-labelledby="add-title">
      <h2 id="add-title">{words.add}</h2>
      <Form at={at} id={id} action={`${partUrl(known.id, "ideas")}/add`}>
        <input type="hidden" name="said" value={words.added} />
        <Input at={at} id={id} name="title" label={words.name} required />
        <details open={isMoreSaid(at, id)}>
          <summary>{words.more}</summary>
          <Lines at={at} id={id} name="text" label={words.text} rows={3} />
          {themes.length > 0 && (
            <Select
              at={at}
              id={id}
              name="theme"
              label={words.theme}
              empty={words.noTheme}
              choices={themes.map((one) => ({ value: one.id ?? one.title, label: one.title }))}
            />
          )}
          <Lines at={at} id={id} name="authors" label={words.authors} hint={words.authorsHint} rows={2} />
        </details>
        {alike.length > 0 && (
          <div class="said warm" role="alert" tabindex={-1} data-wrong>
            <h3>{words.alikeSeen}</h3>
            <p>{words.alikeHint}</p>
            <ul>
              {alike.map((one) => (
                <li>
                  <a href={ideaUrl(known.id, one.id)}>{one.title}</a>
                  {one.words.length > 0 && ` (${words.shared}: ${one.words.join(", ")})`}
                </li>
              ))}
            </ul>
            <input type="hidden" name="anyway" value="1" />
          </div>
        )}
        <Submit label={alike.length > 0 ? words.anyway : words.send} />
      </Form>
    </section>
  );
}

const isMoreSaid = ({ form }: At, id: string): boolean =>
  form?.id === id &&
  (form.problem?.errors ?? []).length + form.sent.filter(([name, said]) => MORE.includes(name) && said !== "").length >
    0;

const MORE = ["text", "theme", "authors"];

function Filter({ at, known, ideas, chosen }: Shown & { ideas: IdeaJson[]; chosen: string | undefined }) {
  const words = IDEA_WORDS[at.language];
  const themes = [...new Set(ideas.flatMap(({ theme }) => (theme ? [theme.title] : [])))];
  if (themes.length === 0) return null;
  const place = partUrl(known.id, "ideas");
  const link = (title: string, href: string, isOn: boolean) => (
    <li>
      <a class={isOn ? "pill strong" : "pill"} href={href} {...(isOn && { "aria-current": "true" as const })}>
        {title}
      </a>
    </li>
  );
  return (
    <nav aria-label={words.theme}>
      <ul class="filter">
        {link(words.all, place, chosen === undefined)}
        {themes.map((theme) => link(theme, `${place}?${new URLSearchParams({ theme })}`, theme === chosen))}
      </ul>
    </nav>
  );
}

function Board({ at, known, ideas, mayMerge }: Shown & { ideas: IdeaJson[]; mayMerge: boolean }) {
  const words = IDEA_WORDS[at.language];
  return (
    <div class="board" id={`${MERGE}-ideas`} data-part="board">
      {COLUMNS.map((column) => {
        const some = ideas.filter((one) => columnOf(one) === column);
        const [title, about] = words.columns[column]!;
        return (
          <section aria-labelledby={`column-${column}`}>
            <h2 id={`column-${column}`}>{`${title} (${some.length})`}</h2>
            <p class="soft">{some.length === 0 ? words.empty[column] : about}</p>
            <Folded
              at={at}
              all={some}
              first={8}
              list={(shown) => (
                <ul>
                  {shown.map((one) => (
                    <Card at={at} known={known} one={one} mayMerge={mayMerge} />
                  ))}
                </ul>
              )}
            />
          </section>
        );
      })}
    </div>
  );
}

function Card({ at, known, one, mayMerge }: Shown & { one: IdeaJson; mayMerge: boolean }) {
  const words = IDEA_WORDS[at.language];
  const { state, alike, comments, sources, theme, round } = one;
  const isOver = state === "approved" || state === "discarded";
  const [first] = alike;
  return (
    <li class="idea" id={one.id}>
      <a href={ideaUrl(known.id, one.id)}>{one.title}</a>
      <p class="pills">
        {(isOver || state === "deciding") && (
          <span class={state === "deciding" ? "pill warm" : state === "approved" ? "pill strong" : "pill"}>
            {words.states[state]}
          </span>
        )}
        {round > 0 && <span class="pill">{words.round(round)}</span>}
        {theme && <span class="pill">{theme.title}</span>}
      </p>
      <p class="soft">
        {[
          one.authorNames?.filter(Boolean).join(", "),
          sources && words.madeOf(sources.length),
          comments.length > 0 && words.comments(comments.length),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {state === "captured" && first && (
        <p class="soft">
          {`${words.alike} `}
          <a href={ideaUrl(known.id, first.id)}>{first.title}</a>
        </p>
      )}
      {mayMerge && isMergeable(one) && (
        <Mark at={at} form={MERGE} name="d.ideas:l" value={one.id} label={words.mark} about={one.title} />
      )}
      <Move at={at} known={known} one={one} />
    </li>
  );
}

/** The one step that comes next. */
function Move({ at, known, one }: Shown & { one: IdeaJson }) {
  const words = IDEA_WORDS[at.language];
  if (known.ended) return null;
  if (one.state !== "captured")
    return (
      <p class="step">
        <a href={`${ideaUrl(known.id, one.id)}#next`}>
          {words.steps[one.state] ?? words.move}
          <span class="sr-only">{`: ${one.title}`}</span>
        </a>
      </p>
    );
  if (!known.mayDo("shortlist")) return null;
  const id = `shortlist-${one.id}`;
  return (
    <details open={at.form?.id === id}>
      <summary>
        {words.move}
        <span class="sr-only">{`: ${one.title}`}</span>
      </summary>
      <Form at={at} id={id} action={doUrl(known.id, "shortlist")}>
        <input type="hidden" name="d.idea" value={one.id} />
        <input type="hidden" name="said" value={words.shortlisted} />
        <Input at={at} id={id} name="d.reason" label={words.why} required />
        <Submit label={words.shortlist} />
      </Form>
    </details>
  );
}

function Merge({ at, known }: Shown) {
  const words = IDEA_WORDS[at.language];
  return (
    <section class="card" aria-labelledby="merge-heading">
      <h2 id="merge-heading">{words.merge}</h2>
      <p class="soft">{words.mergeHint}</p>
      <Form at={at} id={MERGE} action={doUrl(known.id, "mergeIdeas")}>
        <input type="hidden" name="said" value={words.merged} />
        <Input at={at} id={MERGE} name="d.title" label={words.concept} required />
        <Lines at={at} id={MERGE} name="d.text" label={words.conceptText} rows={3} />
        <Submit label={words.merge} />
      </Form>
    </section>
  );
}
