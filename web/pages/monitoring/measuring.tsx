// A measurement is recorded: first which, then its criteria in one organisation.
import { doOrSee } from "../../site/do.ts";
import { Form, Input, Picks, Submit, typed } from "../../site/forms.tsx";
import { partUrl } from "../../site/frame.tsx";
import { NotTaken, type Site } from "../../site/site.tsx";
import { idOf } from "../network-of.ts";
import type { Counted } from "./monitoring.tsx";
import { MONITORING_WORDS } from "./words.ts";

const FORM = "measure";

/** Adds where the form is sent. */
export function addMeasuring({ form }: Pick<Site, "form">): void {
  form("/networks/:id/monitoring/measure", async (at, sent, key) => {
    const words = MONITORING_WORDS[at.language];
    const organisation = sent.text("other") || sent.text("organisation");
    if (organisation === "") throw new NotTaken(words.noOrganisation, { organisation: words.noOrganisation });
    const values = Object.fromEntries(
      sent.sent.flatMap(([name, value]) => {
        const [, criterion] = /^values\.(.+)$/.exec(name) ?? [];
        return criterion === undefined || value.trim() === "" ? [] : [[criterion, valueIn(value)]];
      }),
    );
    const data = { item: sent.text("point"), organisation, values };
    return await doOrSee(at, sent, { network: idOf(at), trigger: "recordMeasure", data, key });
  });
}

/** A number where it is one, with a comma or a point; else the words. */
function valueIn(text: string): number | string {
  const number = Number(text.trim().replace(",", "."));
  return Number.isNaN(number) ? text.trim() : number;
}

/** The points to choose from, and the form of the chosen one. */
export function Measuring({ at, known, plan, monitoring }: Counted) {
  const words = MONITORING_WORDS[at.language];
  const { programme } = plan;
  const place = partUrl(known.id, "monitoring");
  const wanted = typed(at, FORM, "point", at.c.req.query("point") ?? "");
  const { points, organisations } = monitoring;
  const chosen = points.find(({ id }) => id === wanted) ?? (points.length === 1 ? points[0] : undefined);
  const item = programme.items.find(({ id }) => id === chosen?.id);
  const against = item?.against?.map(String) ?? programme.success.map(({ id }) => id);
  const field = { at, id: FORM };
  return (
    <section id="measuring" aria-labelledby="measuring-title">
      <h2 id="measuring-title">{words.record}</h2>
      <p>{words.pick}</p>
      <nav aria-label={words.point}>
        <ul class="filter">
          {points.map((point) => (
            <li>
              <a
                class={point.id === chosen?.id ? "pill strong" : "pill"}
                href={`${place}?point=${encodeURIComponent(point.id)}#measuring`}
                {...(point.id === chosen?.id && { "aria-current": "true" as const })}
              >
                {point.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chosen && (
        <Form at={at} id={FORM} action={`${place}/measure`}>
          <input type="hidden" name="point" value={chosen.id} />
          <input type="hidden" name="said" value={words.saved} />
          {organisations.length > 0 && (
            <div class="pickgrid">
              <Picks
                {...field}
                name="organisation"
                label={words.organisation}
                choices={organisations.map((one) => ({ value: one, label: one }))}
              />
            </div>
          )}
          <Input
            {...field}
            name="other"
            label={organisations.length > 0 ? words.others : words.organisation}
            {...(organisations.length > 0 && { hint: words.othersHint })}
          />
          {against.map((criterion) => (
            <Input
              {...field}
              name={`values.${criterion}`}
              label={titleOf(programme.success, criterion, at.language)}
              hint={words.value}
            />
          ))}
          <Submit label={words.save} />
        </Form>
      )}
    </section>
  );
}

type Success = Counted["plan"]["programme"]["success"];

const titleOf = (success: Success, criterion: string, language: "da" | "en") =>
  success.find(({ id }) => id === criterion)?.title[language] ?? criterion;
