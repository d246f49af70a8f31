// Every letter that can be sent, as pages to read before it is: a list, and one letter in one language.
import { Hono, type Context } from "hono";
import type { Language } from "./dates.ts";
import { htmlPart, languageOf, page, SANDBOX } from "./mailbox-page.tsx";
import { WORDS } from "./mailbox-words.ts";
import { lettered, SAMPLES, type Sample } from "./preview-samples.ts";

/**
 * Pages of the samples: `/` (the list), `/:rule` (subject, letter and text; `?lang=en`) and `/:rule/html` (the letter,
 * sandboxed). All links are relative to where it is mounted.
 */
export function createPreviews(): Hono {
  const app = new Hono();
  // The second path is the first with a slash at the end, which a mounted app would otherwise not know.
  app.on("GET", ["/", "/:end{$}"], (c) => {
    const language = languageOf(c);
    const here = stepOf(c, 0);
    const body = <SampleList language={language} here={here} />;
    return page(c, {
      title: WORDS[language].previewsTitle,
      body,
      other: `${here || "./"}${queryOf(otherOf(language))}`,
    });
  });
  app.get("/:rule", (c) => {
    const found = sampleOf(c);
    const language = languageOf(c);
    if (!found) return missing(c);
    const { subject } = lettered(found, language);
    const other = `${found.id}${queryOf(otherOf(language))}`;
    return page(c, {
      title: subject,
      body: <OneSample sample={found} language={language} list={stepOf(c, 1)} />,
      other,
    });
  });
  app.get("/:rule/html", (c) => {
    const found = sampleOf(c);
    return found ? htmlPart(c, lettered(found, languageOf(c)).html) : missing(c);
  });
  return app;
}

const sampleOf = (c: Context): Sample | undefined => SAMPLES.find(({ id }) => id === c.req.param("rule"));
/** A step of the address, counted from its end. Links start from it, so that they hold wherever this is mounted. */
const stepOf = (c: Context, back: number): string => c.req.path.split("/").at(-1 - back) ?? "";
const otherOf = (language: Language): Language => WORDS[language].otherCode;
const queryOf = (language: Language): string => (language === "en" ? "?lang=en" : "");

function SampleList({ language, here }: { language: Language; here: string }) {
  const words = WORDS[language];
  const step = here ? `${here}/` : "";
  return (
    <>
      <p class="back">
        <a href={`${here ? "./" : "../"}${queryOf(language)}`}>{words.back}</a>
      </p>
      <h1>{words.previewsTitle}</h1>
      <p class="lead">{words.previewsLead}</p>
      <table class="samples">
        <thead>
          <tr>
            <th scope="col">{words.text}</th>
            <th scope="col">{words.goes}</th>
            <th scope="col">{words.rule}</th>
          </tr>
        </thead>
        <tbody>
          {SAMPLES.map((sample) => (
            <tr>
              <td>
                {lettered(sample, language).subject}
                <span class="languages">
                  <a href={`${step}${sample.id}`} aria-label={`${words.danish}: ${sample.id}`}>
                    {words.danish}
                  </a>
                  <a href={`${step}${sample.id}?lang=en`} aria-label={`${words.english}: ${sample.id}`}>
                    {words.english}
                  </a>
                </span>
              </td>
              <td>{`${sample.when[language]}, ${TO[language]} ${sample.to[language]}`}</td>
              <td>{sample.id}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const TO: Record<Language, string> = { da: "til", en: "to" };

function OneSample({ sample, language, list }: { sample: Sample; language: Language; list: string }) {
  const words = WORDS[language];
  const { subject, text } = lettered(sample, language);
  const heads: [string, string][] = [
    [words.rule, sample.id],
    [words.goes, sample.when[language]],
    [words.to, sample.to[language]],
  ];
  return (
    <>
      <p class="back">
        <a href={`../${list}${queryOf(language)}`}>{words.previewsBack}</a>
      </p>
      <h1>{subject}</h1>
      <dl>
        {heads.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <iframe src={`${sample.id}/html${queryOf(language)}`} title={words.letter} sandbox={SANDBOX} />
      <details>
        <summary>{words.plain}</summary>
        <pre tabindex={0}>{text}</pre>
      </details>
    </>
  );
}

function missing(c: Context) {
  const language = languageOf(c);
  const words = WORDS[language];
  const list = c.req.path.endsWith("/html") ? `../../${stepOf(c, 2)}` : `../${stepOf(c, 1)}`;
  const body = (
    <>
      <h1>{words.noPreview}</h1>
      <p>{words.noPreviewWhy}</p>
      <p>
        <a href={`${list}${queryOf(language)}`}>{words.previewsBack}</a>
      </p>
    </>
  );
  return page(c, { title: words.noPreview, body, other: queryOf(otherOf(language)) || "?", status: 404 });
}
