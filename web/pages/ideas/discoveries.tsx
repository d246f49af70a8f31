// Discoveries and themes: one is added in a moment, all hang on a wall, and those that belong together become a theme.
import type { DiscoveryJson, ThemeJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { shortDay } from "../../site/dates.ts";
import { doOrSee } from "../../site/do.ts";
import { Form, Input, Lines, Picks, Submit } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import { NotTaken, type Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { Live } from "./live.tsx";
import { Mark } from "./mark.tsx";
import { Themes } from "./themes.tsx";
import { DISCOVERY_WORDS } from "./words-discoveries.ts";

const PLACE = "/networks/:id/discoveries";
/** The form that makes a theme; the wall's marks belong to it. */
const THEME = "theme";

/** Adds the page, and where its forms are sent. */
export function addDiscoveries({ page, form }: Pick<Site, "page" | "form">): void {
  page(PLACE, async (at) => {
    const { api } = at;
    const id = idOf(at);
    const [known, discoveries, themes] = await Promise.all([networkOf(at), api.discoveries(id), api.themes(id)]);
    const words = DISCOVERY_WORDS[at.language];
    const perspectives = new Set(discoveries.map((one) => one.perspective)).size;
    const isOpen = !known.ended;
    const body = (
      <Live known={known}>
        <h1>{words.title}</h1>
        <p class="lead" data-part="lead">
          {words.lead(discoveries.length, perspectives, themes.length)}
        </p>
        {isOpen && known.mayDo("addDiscovery") && <Add at={at} known={known} discoveries={discoveries} />}
        <Wall at={at} known={known} discoveries={discoveries} themes={themes} />
        <Themes at={at} known={known} themes={themes} discoveries={discoveries.length} />
      </Live>
    );
    return { title: words.title, body, network: known.network, part: "discoveries" };
  });

  form(`${PLACE}/add`, async (at, sent, key) => {
    const words = DISCOVERY_WORDS[at.language];
    const perspective = sent.text("other") || sent.text("perspective");
    if (perspective === "") throw new NotTaken(words.noPerspective, { perspective: words.noPerspective });
    const source = sent.text("source");
    const data = { perspective, text: sent.text("text"), ...(source && { source }) };
    const done = await doOrSee(at, sent, { network: idOf(at), trigger: "addDiscovery", data, key });
    const query = new URLSearchParams({ perspective, ...(source && { source }) });
    return { ...done, to: `${partUrl(idOf(at), "discoveries")}?${query}` };
  });

  form(`${PLACE}/choose`, async (at, sent, key) => {
    const words = DISCOVERY_WORDS[at.language];
    const inWords = sent
      .text("words")
      .split(/\r?\n/)
      .map((one) => one.trim());
    const themes = [...new Set([...sent.all("themes"), ...inWords.filter(Boolean)])];
    if (themes.length === 0) throw new NotTaken(words.chooseNone, { themes: words.chooseNone });
    return await doOrSee(at, sent, { network: idOf(at), trigger: "chooseThemes", data: { themes }, key });
  });
}

type Shown = { at: At; known: Known; discoveries: DiscoveryJson[] };

/** In the field the next one is mostly of the same perspective and from the same place: both stand already. */
function Add({ at, known, discoveries }: Shown) {
  const words = DISCOVERY_WORDS[at.language];
  const id = "discovery";
  const last = at.c.req.query("perspective") ?? "";
  const used = discoveries.map((one) => one.perspective);
  const usual = Object.keys(words.perspectives);
  const all = [...new Set([...usual, ...used, ...(last ? [last] : [])])];
  return (
    <section class="card lift" aria-labelledby="add-title">
      <h2 id="add-title">{words.add}</h2>
      <Form at={at} id={id} action={`${partUrl(known.id, "discoveries")}/add`} page={partUrl(known.id, "discoveries")}>
        <input type="hidden" name="said" value={words.added} />
        <Lines at={at} id={id} name="text" label={words.text} rows={3} required />
        <div class="chips">
          <Picks
            at={at}
            id={id}
            name="perspective"
            label={words.perspective}
            choices={all.map((value) => ({ value, label: perspectiveName(value, at) }))}
            values={last ? [last] : []}
          />
        </div>
        <div class="grid2">
          <Input at={at} id={id} name="other" label={words.other} hint={words.otherHint} />
          <Input
            at={at}
            id={id}
            name="source"
            label={words.source}
            hint={words.sourceHint}
            value={at.c.req.query("source") ?? ""}
          />
        </div>
        <Submit label={words.send} />
      </Form>
    </section>
  );
}

/** A usual perspective in words; another one as it was written. */
const perspectiveName = (perspective: string, { language }: At): string =>
  DISCOVERY_WORDS[language].perspectives[perspective] ?? perspective;

/** Perspectives one below the other, each by theme. */
function Wall({ at, known, discoveries, themes }: Shown & { themes: ThemeJson[] }) {
  const words = DISCOVERY_WORDS[at.language];
  const mayMark = !known.ended && known.mayDo("addTheme");
  const perspectives = [...new Set(discoveries.map((one) => one.perspective))];
  const themesOf = ({ id }: DiscoveryJson) => themes.filter((theme) => theme.discoveries.includes(id));
  return (
    <section class="wall" id={`${THEME}-discoveries`} aria-labelledby="wall-title" data-part="wall">
      <h2 id="wall-title">{words.wall}</h2>
      {discoveries.length === 0 ? (
        <p class="empty">{known.mayDo("addDiscovery") ? words.none : words.noneMay}</p>
      ) : (
        <p class="soft unprinted">{words.print}</p>
      )}
      {perspectives.map((perspective) => {
        const all = discoveries.filter((one) => one.perspective === perspective);
        const groups: [string, DiscoveryJson[]][] = [
          ...themes.map((theme): [string, DiscoveryJson[]] => [
            theme.title,
            all.filter((one) => themesOf(one)[0] === theme),
          ]),
          [words.loose, all.filter((one) => themesOf(one).length === 0)],
        ];
        const shown = groups.filter(([, some]) => some.length > 0);
        return (
          <div class="perspective">
            <h3>{`${perspectiveName(perspective, at)} (${all.length})`}</h3>
            <div class="groups">
              {shown.map(([title, some]) => (
                <div>
                  {themes.length > 0 && <h4>{title}</h4>}
                  <ul class="notes">
                    {some.map((one) => (
                      <Note at={at} known={known} one={one} mayMark={mayMark} also={themesOf(one).slice(1)} />
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}

type NoteProps = { at: At; known: Known; one: DiscoveryJson; mayMark: boolean; also: ThemeJson[] };

function Note({ at, known, one, mayMark, also }: NoteProps) {
  const words = DISCOVERY_WORDS[at.language];
  const told = { zone: known.zone, language: at.language };
  const from = [one.source, one.name, shortDay(one.at, told, known.now)].filter(Boolean).join(" · ");
  return (
    <li class="note" id={one.id}>
      <p>{one.text}</p>
      <p class="soft">{from}</p>
      {also.length > 0 && <p class="soft">{`${words.also} ${also.map(({ title }) => title).join(", ")}`}</p>}
      {mayMark && (
        <Mark
          at={at}
          form={THEME}
          name="d.discoveries:l"
          value={one.id}
          label={words.mark}
          about={one.text.slice(0, 60)}
        />
      )}
    </li>
  );
}
