// The caught mails as pages: a list, and one mail. No scripts, nothing from outside; whoever mounts it guards it.
import { Hono, type Context } from "hono";
import type { CaughtMail, Catcher, ReadMail } from "./catcher.ts";
import type { Language } from "./dates.ts";
import { WORDS, timeOf } from "./mailbox-words.ts";
import { headers, htmlPart, languageOf, page, SANDBOX } from "./mailbox-page.tsx";
import { createPreviews } from "./previews.tsx";

/** Mails on one page of the list. */
export const MAILBOX_PAGE = 50;

/**
 * Pages over a catcher: `/` (`?to=` part of a receiver's address, `?page=`, `?lang=en`), `/:id`, `/:id/html`
 * (the HTML part, sandboxed), `/:id/raw` (the mail as a file), and
 * `/previews` (every letter there is). All links are relative to where it is mounted.
 */
export function createMailbox(catcher: Pick<Catcher, "listMails" | "readMail">): Hono {
  const app = new Hono();
  app.route("/previews", createPreviews());
  // The second path is the first with a slash at the end, which a mounted app would otherwise not know.
  app.on("GET", ["/", "/:end{$}"], async (c) => {
    const mails = (await catcher.listMails()).toReversed();
    const view = viewOf(c);
    return page(c, {
      title: WORDS[view.language].title,
      other: view.other,
      body: <MailList mails={mails} {...view} />,
    });
  });
  app.get("/:id", async (c) => {
    const read = await catcher.readMail(c.req.param("id"));
    if (!read) return missing(c);
    const view = viewOf(c);
    const title = read.subject || WORDS[view.language].noSubject;
    return page(c, { title, other: view.other, body: <OneMail read={read} {...view} /> });
  });
  app.get("/:id/html", async (c) => {
    const read = await catcher.readMail(c.req.param("id"));
    if (!read || read.mail.html === false) return missing(c);
    return htmlPart(c, read.mail.html);
  });
  app.get("/:id/raw", async (c) => {
    const read = await catcher.readMail(c.req.param("id"));
    if (!read) return missing(c);
    const file = { "content-type": "message/rfc822", "content-disposition": `attachment; filename="${read.id}.eml"` };
    return c.body(new Uint8Array(read.raw), 200, { ...headers("default-src 'none'; sandbox"), ...file });
  });
  return app;
}

type View = {
  language: Language;
  /** The query that keeps language and filter, with something changed; empty or from its question mark. */
  query: (change?: { page?: number; language?: Language }) => string;
  /** The last step of this address. Links start from it, so that they hold with and without a slash at the end. */
  here: string;
  /** This page in its other language. */
  other: string;
  /** The list, seen from one mail. */
  list: string;
  to: string;
  page: number;
};

function viewOf(c: Context): View {
  const language = languageOf(c);
  const to = (c.req.query("to") ?? "").trim();
  const wanted = Number(c.req.query("page") ?? 1);
  const [here = "", above = ""] = c.req.path.split("/").toReversed();
  const query: View["query"] = (change = {}) => {
    const words = new URLSearchParams();
    if ((change.language ?? language) === "en") words.set("lang", "en");
    if (to) words.set("to", to);
    if (change.page) words.set("page", String(change.page));
    return words.size > 0 ? `?${words}` : "";
  };
  return {
    language,
    query,
    here,
    other: `${here || "./"}${query({ language: WORDS[language].otherCode })}`,
    list: above ? `../${above}` : "./",
    to,
    page: Number.isInteger(wanted) && wanted > 0 ? wanted : 1,
  };
}

function MailList({ mails, ...view }: View & { mails: CaughtMail[] }) {
  const words = WORDS[view.language];
  const found = mails.filter(({ to }) => to.toLowerCase().includes(view.to.toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / MAILBOX_PAGE));
  const number = Math.min(view.page, pages);
  const shown = found.slice((number - 1) * MAILBOX_PAGE, number * MAILBOX_PAGE);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.explained}</p>
      <form method="get" role="search">
        {view.language === "en" && <input type="hidden" name="lang" value="en" />}
        <label for="to">{words.receiver}</label>
        <input id="to" name="to" type="search" value={view.to} autocomplete="off" spellcheck={false} />
        <button type="submit">{words.show}</button>
      </form>
      <p class="count" role="status">
        {words.count(found.length, mails.length)}
      </p>
      {shown.length === 0 ? (
        <p class="empty">{mails.length === 0 ? words.empty : words.noneFor(view.to)}</p>
      ) : (
        <MailTable mails={shown} {...view} />
      )}
      {pages > 1 && <Pages number={number} pages={pages} {...view} />}
      <p class="further">
        <a href={`${view.here ? `${view.here}/` : ""}previews${view.language === "en" ? "?lang=en" : ""}`}>
          {words.previews}
        </a>
      </p>
    </>
  );
}

function MailTable({ mails, language, here, query }: View & { mails: CaughtMail[] }) {
  const words = WORDS[language];
  return (
    <table class="mails">
      <thead>
        <tr>
          <th scope="col">{words.subject}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.received}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, subject, to, at }) => (
          <tr>
            <td>
              <a href={`${here ? `${here}/` : ""}${id}${query()}`}>{subject || words.noSubject}</a>
            </td>
            <td>{to}</td>
            <td>
              <time datetime={new Date(at).toISOString()}>{timeOf(at, language)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ number, pages, language, query }: View & { number: number; pages: number }) {
  const words = WORDS[language];
  return (
    <nav aria-label={words.pages}>
      {number > 1 && <a href={query({ page: number - 1 })}>{words.newer}</a>}
      <span>{words.pageOf(number, pages)}</span>
      {number < pages && <a href={query({ page: number + 1 })}>{words.older}</a>}
    </nav>
  );
}

function OneMail({ read, language, query, list }: View & { read: ReadMail }) {
  const words = WORDS[language];
  const { id, subject, mail } = read;
  const heads: [string, string][] = [
    [words.to, read.to],
    [words.from, read.from],
    [words.received, timeOf(read.at, language)],
  ];
  return (
    <>
      <p class="back">
        <a href={`${list}${query()}`}>{words.back}</a>
      </p>
      <h1>{subject || words.noSubject}</h1>
      <dl>
        {heads.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mail.html !== false && <iframe src={`${id}/html`} title={words.letter} sandbox={SANDBOX} />}
      {mail.text !== undefined && (
        <details open={mail.html === false}>
          <summary>{words.plain}</summary>
          <pre tabindex={0}>{mail.text}</pre>
        </details>
      )}
      <details>
        <summary>{words.headers}</summary>
        <pre tabindex={0}>{mail.headerLines.map(({ line }) => line).join("\n")}</pre>
      </details>
      <p>
        <a href={`${id}/raw`}>{words.raw}</a>
      </p>
    </>
  );
}

function missing(c: Context) {
  const { language, list, query, other } = viewOf(c);
  const words = WORDS[language];
  const body = (
    <>
      <h1>{words.missing}</h1>
      <p>{words.missingWhy}</p>
      <p>
        <a href={`${list}${query()}`}>{words.back}</a>
      </p>
    </>
  );
  return page(c, { title: words.missing, other, body, status: 404 });
}
