// The two statements that anybody may read: on personal data, and on accessibility.
import type { Child } from "hono/jsx";
import type { Site } from "../../site/site.tsx";
import type { Language } from "../../words-shape.ts";
import { openPage } from "../open-page.tsx";
import { KEPT, type Kept } from "./kept.ts";
import { ACCESSIBILITY, PARTS, PRIVACY, type Statement } from "./words.ts";

/** Adds the pages to the site. */
export function addStatements(site: Site): void {
  const kept = { months: site.keptMonths };
  openPage(site, "/privacy", (language) => ({
    title: PRIVACY[language].title,
    body: (
      <Whole statement={PRIVACY[language]}>
        <Kinds language={language} kept={kept} />
      </Whole>
    ),
  }));
  openPage(site, "/accessibility", (language) => ({
    title: ACCESSIBILITY[language].title,
    body: <Whole statement={ACCESSIBILITY[language]} />,
  }));
}

function Whole({ statement: { title, lead, sections }, children }: { statement: Statement; children?: Child }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
      {sections.map((section) => (
        <section>
          <h2>{section.title}</h2>
          <ul>
            {section.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What is kept, kind by kind. */
function Kinds({ language, kept }: { language: Language; kept: Kept }) {
  const parts = PARTS[language];
  return (
    <section>
      <h2>{parts.title}</h2>
      {KEPT.map(({ [language]: { title, what, who, until } }) => (
        <>
          <h3>{title}</h3>
          <dl class="facts">
            <dt>{parts.what}</dt>
            <dd>{what}</dd>
            <dt>{parts.who}</dt>
            <dd>{who}</dd>
            <dt>{parts.until}</dt>
            <dd>{typeof until === "string" ? until : until(kept)}</dd>
          </dl>
        </>
      ))}
    </section>
  );
}
