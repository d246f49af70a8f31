// Themes below the wall: those there are, the form that makes one of marked discoveries, and the choice of those to go on with.
import type { ThemeJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Lines, Picks, Submit } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import type { Known } from "../network-of.ts";
import { DISCOVERY_WORDS } from "./words-discoveries.ts";

type Props = { at: At; known: Known; themes: ThemeJson[]; discoveries: number };

/** All about themes. */
export function Themes({ at, known, themes, discoveries }: Props) {
  const words = DISCOVERY_WORDS[at.language];
  const may = (trigger: string) => !known.ended && known.mayDo(trigger);
  return (
    <section id="themes" aria-labelledby="themes-title">
      <h2 id="themes-title">{words.themes}</h2>
      <div data-part="themes">
        {themes.length === 0 ? (
          <p class="empty">{may("addTheme") ? words.noThemes : words.noThemesMay}</p>
        ) : (
          <ul class="rows">
            {themes.map((one) => (
              <ThemeRow at={at} one={one} />
            ))}
          </ul>
        )}
        {themes.some(({ chosen }) => chosen) && (
          <p class="unprinted">
            <a href={partUrl(known.id, "ideas")}>{words.toIdeas}</a>
          </p>
        )}
      </div>
      <div class="grid2 wide unprinted">
        {may("addTheme") && discoveries > 0 && <Make at={at} known={known} />}
        {may("chooseThemes") && themes.length > 0 && <Choose at={at} known={known} themes={themes} />}
      </div>
    </section>
  );
}

function ThemeRow({ at, one }: { at: At; one: ThemeJson }) {
  const words = DISCOVERY_WORDS[at.language];
  const facts = [one.discoveries.length > 0 && words.of(one.discoveries.length), one.name].filter(Boolean).join(" · ");
  return (
    <li>
      <div class="what">
        <p>
          {one.title}
          {one.chosen && (
            <>
              {" "}
              <span class="pill strong">{words.chosen}</span>
            </>
          )}
        </p>
        {one.text !== undefined && <p>{one.text}</p>}
        {facts && <p class="soft">{facts}</p>}
      </div>
    </li>
  );
}

function Make({ at, known }: Pick<Props, "at" | "known">) {
  const words = DISCOVERY_WORDS[at.language];
  const id = "theme";
  return (
    <div class="card">
      <h3>{words.make}</h3>
      <p class="soft">{words.makeHint}</p>
      <Form at={at} id={id} action={doUrl(known.id, "addTheme")}>
        <input type="hidden" name="said" value={words.made} />
        <Input at={at} id={id} name="d.title" label={words.name} required />
        <Lines at={at} id={id} name="d.text" label={words.pattern} rows={3} />
        <Submit label={words.make} />
      </Form>
    </div>
  );
}

function Choose({ at, known, themes }: Pick<Props, "at" | "known" | "themes">) {
  const words = DISCOVERY_WORDS[at.language];
  const id = "choose";
  const made = themes.filter((one) => one.id !== undefined);
  const inWords = themes.filter((one) => one.id === undefined && one.chosen);
  return (
    <div class="card">
      <h3>{words.choose}</h3>
      <p class="soft">{words.chooseHint}</p>
      <Form at={at} id={id} action={`${partUrl(known.id, "discoveries")}/choose`}>
        <input type="hidden" name="said" value={words.chose} />
        {made.length > 0 && (
          <Picks
            at={at}
            id={id}
            name="themes"
            label={words.themes}
            type="checkbox"
            choices={made.map((one) => ({ value: one.id!, label: one.title, hint: words.of(one.discoveries.length) }))}
            values={made.filter((one) => one.chosen).map((one) => one.id!)}
          />
        )}
        <Lines
          at={at}
          id={id}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          rows={2}
          value={inWords.map(({ title }) => title).join("\n")}
        />
        <Submit label={words.chooseSend} />
      </Form>
    </div>
  );
}
