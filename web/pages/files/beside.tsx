// Files and links beside a meeting, a homework or an idea: listed, fetched, added and removed.
import type { FileJson, LinkJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import { shortDay } from "../../site/dates.ts";
import { doUrl } from "../../site/do.ts";
import { Form, Input, Press, Submit } from "../../site/forms.tsx";
import { NotTaken, type Site } from "../../site/site.tsx";
import type { Known } from "../network-of.ts";
import { FILES } from "./words.ts";

type Props = {
  at: At;
  known: Known;
  /** item:m1 or idea:i1. */
  about: string;
  beside: { files: FileJson[]; links: LinkJson[] };
  /** Bytes of the largest file that is taken. */
  largest: number;
};

const placeOf = (network: string) => `/networks/${encodeURIComponent(network)}/files`;

/** All of it, under a heading of its own. */
export function Beside(props: Props) {
  const { at, known, beside } = props;
  const words = FILES[at.language];
  const mayAdd = known.mayDo("addLink") && !known.ended;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{words.title}</h2>
      {beside.files.length + beside.links.length === 0 ? <p class="soft">{words.none}</p> : <Listed {...props} />}
      {mayAdd && <FileForm {...props} />}
      {mayAdd && <LinkForm {...props} />}
    </section>
  );
}

function Listed({ at, known, about, beside }: Props) {
  const words = FILES[at.language];
  const told = { zone: known.zone, language: at.language };
  const said = (one: { by?: string | undefined; at: string }) =>
    words.by(one.by ?? "", shortDay(one.at, told, known.now));
  const isMine = (by: string | undefined) => !known.ended && (known.leads || (by !== undefined && by === at.me.email));
  return (
    <ul class="rows">
      {beside.files.map((file) => (
        <li>
          <div class="what">
            <a href={`${placeOf(known.id)}/${file.id}`}>{file.name}</a>
            <p class="soft">{`${sizeOf(file.size, at)} · ${said(file)}`}</p>
          </div>
          {isMine(file.by) && (
            <Press
              at={at}
              id={`drop-${file.id}`}
              action={`${placeOf(known.id)}/${file.id}/remove`}
              label={words.remove}
              about={file.name}
            />
          )}
        </li>
      ))}
      {beside.links.map((link) => (
        <li>
          <div class="what">
            <a href={link.url} rel="noopener noreferrer">
              {link.title}
            </a>
            <p class="soft">{`${URL.canParse(link.url) ? new URL(link.url).host : link.url} · ${said(link)}`}</p>
          </div>
          {isMine(link.by) && (
            <Press
              at={at}
              id={`drop-${link.id}`}
              action={doUrl(known.id, "removeLink")}
              fields={{ "d.about": about, "d.link": link.id, said: words.linkRemoved }}
              label={words.remove}
              about={link.title}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function FileForm({ at, known, about, largest }: Props) {
  const words = FILES[at.language];
  const mb = (largest / 1_000_000).toLocaleString(at.language === "da" ? "da-DK" : "en-GB");
  const wrong = at.form?.id === "file" ? at.form.problem?.errors?.find(({ path }) => path === "file") : undefined;
  return (
    <details open={at.form?.id === "file"}>
      <summary>{words.addFile}</summary>
      <Form at={at} id="file" action={placeOf(known.id)} files>
        <input type="hidden" name="about" value={about} />
        <div class={wrong ? "form-group form-error" : "form-group"}>
          <label class="form-label" for="file-file">
            {words.file}
          </label>
          <span class="form-hint" id="file-hint">
            {words.fileHint(mb)}
          </span>
          <input class="form-input" type="file" id="file-file" name="file" aria-describedby="file-hint" />
        </div>
        <Submit label={words.upload} />
      </Form>
    </details>
  );
}

function LinkForm({ at, known, about }: Props) {
  const words = FILES[at.language];
  const field = { at, id: "link" };
  return (
    <details open={at.form?.id === "link"}>
      <summary>{words.addLink}</summary>
      <Form at={at} id="link" action={doUrl(known.id, "addLink")}>
        <input type="hidden" name="d.about" value={about} />
        <input type="hidden" name="said" value={words.linked} />
        <Input {...field} name="d.url" type="url" label={words.url} hint={words.urlHint} required />
        <Input {...field} name="d.title" label={words.name} required />
        <Submit label={words.saveLink} />
      </Form>
    </details>
  );
}

/** «1,2 MB», «14 kB». */
function sizeOf(bytes: number, { language }: Pick<At, "language">): string {
  const [unit, size] = bytes < 1_000_000 ? ["kB", Math.max(1, Math.round(bytes / 1_000))] : ["MB", bytes / 1_000_000];
  const options = { maximumFractionDigits: 1 };
  return `${size.toLocaleString(language === "da" ? "da-DK" : "en-GB", options)} ${unit}`;
}

/** Adds where files are fetched, sent and removed. */
export function addFilePages({ page, form }: Site): void {
  page("/networks/:id/files/:file", async ({ c, api }) => {
    const { body, headers } = await api.file(c.req.param("id") ?? "", c.req.param("file") ?? "");
    return new Response(body, { headers });
  });

  form(
    "/networks/:id/files",
    async ({ c, api, language }, sent, key) => {
      const words = FILES[language];
      const file = (await c.req.formData().catch(() => undefined))?.get("file");
      if (!(file instanceof File) || file.name === "") throw new NotTaken(words.chooseFile, { file: words.chooseFile });
      const content = new Uint8Array(await file.arrayBuffer());
      await api.addFile(c.req.param("id") ?? "", { about: sent.text("about"), name: file.name, content }, key);
      return { to: sent.text("page"), said: words.added };
    },
    "files",
  );

  form("/networks/:id/files/:file/remove", async ({ c, api, language }, sent) => {
    await api.removeFile(c.req.param("id") ?? "", c.req.param("file") ?? "");
    return { to: sent.text("page"), said: FILES[language].removed };
  });
}
