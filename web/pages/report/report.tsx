// A network's report: read as a document of its own, which is printed from the browser; and the plan as files.
import { createHash } from "node:crypto";
import type { At } from "../../site/at.ts";
import { HEADERS } from "../../site/frame.tsx";
import type { Site } from "../../site/site.tsx";
import { networkOf, type Known } from "../network-of.ts";
import { REPORT } from "./words.ts";

const FORMATS = ["html", "csv", "ics", "json"] as const;

/** Adds the page, the document and the files to the site. */
export function addReport({ page }: Site): void {
  page("/networks/:id/report", async (at) => {
    const known = await networkOf(at);
    const { title } = REPORT[at.language];
    return { title, body: <Report at={at} known={known} />, network: known.network, part: "report" };
  });

  page("/networks/:id/report/document", async ({ c, api }) => {
    const { content } = await api.report(c.req.param("id") ?? "", c.req.query("names") === "1");
    return c.body(content, 200, documentHeaders(content));
  });

  page("/networks/:id/report/:file{plan\\.(?:html|csv|ics|json)}", async ({ c, api }) => {
    const id = c.req.param("id") ?? "";
    const format = FORMATS.find((one) => (c.req.param("file") ?? "").endsWith(`.${one}`)) ?? "html";
    const { content, type } = await api.exportNetwork(id, format);
    if (format === "html") return c.body(content, 200, documentHeaders(content));
    const name = `${id.replaceAll(/[^\w-]/g, "")}.${format}`;
    return c.body(content, 200, {
      ...HEADERS,
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
    });
  });
}

/** Of a document that carries its own sheet: that sheet alone is let in, and nothing that runs. */
export function documentHeaders(content: string): Record<string, string> {
  const sheets = [...content.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(
    ([, sheet = ""]) => `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`,
  );
  const policy = `default-src 'none'; style-src ${sheets.join(" ") || "'none'"}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { ...HEADERS, "content-security-policy": policy, "content-type": "text/html; charset=utf-8" };
}

function Report({ at, known }: { at: At; known: Known }) {
  const words = REPORT[at.language];
  const here = `/networks/${encodeURIComponent(known.id)}/report`;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {!known.ended && <p>{words.going}</p>}
      <ul class="cards">
        <li class="card">
          <p>
            <a class="button button-primary" href={`${here}/document`}>
              {words.read}
            </a>
          </p>
          <p class="soft">{words.readHint}</p>
        </li>
        <li class="card">
          <p>
            <a class="button button-secondary" href={`${here}/document?names=1`}>
              {words.withNames}
            </a>
          </p>
          <p class="soft">{words.withNamesHint}</p>
        </li>
      </ul>
      <h2>{words.print}</h2>
      <p>{words.without}</p>
      <h2>{words.files}</h2>
      <ul>
        {FORMATS.map((format) => (
          <li>
            <a href={`${here}/plan.${format}`}>{words.as[format]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
