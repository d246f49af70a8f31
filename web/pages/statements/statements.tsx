// The two statements that anybody may read: on personal data, and on accessibility.
import type { Site } from "../../site/site.tsx";
import { openPage } from "../open-page.tsx";
import { ACCESSIBILITY, PRIVACY, type Statement } from "./words.ts";

/** Adds the pages to the site. */
export function addStatements(site: Site): void {
  for (const [path, all] of [
    ["/privacy", PRIVACY],
    ["/accessibility", ACCESSIBILITY],
  ] as const)
    openPage(site, path, (language) => ({ title: all[language].title, body: <Whole statement={all[language]} /> }));
}

function Whole({ statement: { title, lead, sections } }: { statement: Statement }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
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
