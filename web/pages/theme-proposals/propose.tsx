// A theme is proposed: what the challenge is, and how it has each of the seven characteristics.
import type { ListedProgramme, NewThemeJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { Form, Input, Lines, Select, Submit } from "../../site/forms.tsx";
import type { Fields } from "../../site/site.tsx";
import { THEMES } from "./words.ts";

const FORM = "theme";

/** Those that the catalogue has words for, in its order. */
export const CHARACTERISTICS = Object.keys(THEMES.da.characteristics) as (keyof typeof THEMES.da.characteristics)[];
const TYPES = ["innovation", "learning", "welfare"] as const;

/** The body of the page. */
export function Propose({ at, programmes }: { at: At; programmes: ListedProgramme[] }) {
  const words = THEMES[at.language];
  const { form, types, characteristics } = words;
  const field = { at, id: FORM };
  if (at.me.email === "")
    return (
      <>
        <h1>{form.title}</h1>
        <p class="empty">{form.nobody}</p>
      </>
    );
  return (
    <>
      <h1>{form.title}</h1>
      <p class="lead">{form.lead}</p>
      <Form {...field} action="/themes/new">
        <Input {...field} name="title" label={form.name} hint={form.nameHint} required />
        <Lines {...field} name="challenge" label={form.challenge} required />
        <h2>{form.characteristics}</h2>
        <p class="soft">{form.characteristicsHint}</p>
        {CHARACTERISTICS.map((one) => (
          <Lines
            {...field}
            name={`characteristics.${one}`}
            label={characteristics[one][0]!}
            hint={characteristics[one][1]!}
            rows={2}
          />
        ))}
        <h2>{form.people}</h2>
        <div class="grid2">
          <Input {...field} name="referenceManager" type="email" label={form.reference} />
          <Input {...field} name="lineManager" type="email" label={form.line} hint={form.lineHint} />
        </div>
        <h2>{words.facts.network}</h2>
        <div class="grid2">
          <Select
            {...field}
            name="type"
            label={form.type}
            empty={form.usualType}
            choices={TYPES.filter((one) => one !== "innovation").map((value) => ({ value, label: types[value] }))}
          />
          <Select
            {...field}
            name="programme"
            label={form.programme}
            empty={form.anyProgramme}
            choices={programmes.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Input {...field} name="start" type="date" label={form.start} />
        </div>
        <Submit label={form.send} />
      </Form>
    </>
  );
}

/** What the form says; what is left empty is left out. */
export function themeIn(sent: Fields): NewThemeJson {
  const told = CHARACTERISTICS.map((one) => [one, sent.text(`characteristics.${one}`)]).filter(([, text]) => text);
  const given = (["type", "programme", "referenceManager", "lineManager", "start"] as const).map((name) => [
    name,
    sent.text(name),
  ]);
  return {
    title: sent.text("title"),
    challenge: sent.text("challenge"),
    characteristics: Object.fromEntries(told) as NonNullable<NewThemeJson["characteristics"]>,
    ...(Object.fromEntries(given.filter(([, text]) => text)) as Partial<NewThemeJson>),
  };
}
