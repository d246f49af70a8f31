// A new network, step by step. What is chosen is kept by the API as one goes: one can leave, come back, and go to any step.
import type { At } from "../../site/at.ts";
import { HEADERS } from "../../site/frame.tsx";
import { readOf } from "../../site/list-text.ts";
import type { Act, Render, Site } from "../../site/site.tsx";
import { SITE_WORDS } from "../../site/words.ts";
import { beginPage } from "./begin.tsx";
import { datesIn, datesPage } from "./dates.tsx";
import { stepPage, wayFrom } from "./frame.tsx";
import { Gallery, Programmes } from "./gallery.tsx";
import { draftOf, firstOpen, pageOf, stepUrl, type Draft, type Step } from "./given.ts";
import { messagesPage } from "./messages.tsx";
import { peoplePage } from "./people.tsx";
import { startIn, startPage } from "./start.tsx";
import { FRESH } from "./words.ts";

/** Adds the pages and their forms to the site. */
export function addFresh(site: Site): void {
  const { page, form } = site;
  addPictures(site);
  page("/networks/new", async (at) => {
    const [programmes, drafts] = await Promise.all([at.api.programmes(), at.api.networkDrafts()]);
    const { title } = FRESH[at.language];
    return { title, body: <Gallery at={at} programmes={programmes} drafts={drafts} />, part: "fresh" };
  });
  form("/networks/new", async ({ api }, sent, key) => {
    const { id } = await api.planNetwork({ programme: sent.text("programme") }, key);
    return { to: stepUrl(id, "start") };
  });

  page("/networks/new/:draft", async (at) =>
    leadTo(at, stepUrl(at.c.req.param("draft") ?? "", firstOpen(await draftOf(at)))),
  );
  for (const [step, render] of Object.entries(PAGES) as [Step, (typeof PAGES)[Step]][])
    page(`/networks/new/:draft/${step}`, async (at) => await render(at, await draftOf(at)));
  addForms(site);
}

const PAGES: Record<Step, (at: At, draft: Draft) => ReturnType<Render>> = {
  programme: async (at, draft) => {
    const programmes = await at.api.programmes();
    const words = FRESH[at.language];
    const choose = { at, programmes, action: stepUrl(draft.id, "programme"), chosen: draft.programme };
    return stepPage(at, draft, { step: "programme", title: words.programmes, children: <Programmes {...choose} /> });
  },
  start: async (at, draft) => startPage(at, draft),
  dates: async (at, draft) => datesPage(at, draft),
  people: async (at, draft) => peoplePage(at, draft),
  messages: async (at, draft) => messagesPage(at, draft, await at.api.draftMessages(draft.id)),
  begin: async (at, draft) => beginPage(at, draft),
};

const leadTo = ({ c }: Pick<At, "c">, location: string) => c.body(null, 303, { ...HEADERS, location });

function addForms({ form }: Site): void {
  const idIn = ({ c }: At) => c.req.param("draft") ?? "";

  form("/networks/new/:draft/remove", async (at) => {
    await at.api.removeNetworkDraft(idIn(at));
    return { to: "/networks/new", said: FRESH[at.language].removed };
  });
  form("/networks/new/:draft/programme", async (at, sent) => {
    await at.api.changeNetworkDraft(idIn(at), { programme: sent.text("programme") });
    return { to: stepUrl(idIn(at), "start") };
  });
  form("/networks/new/:draft/start", async (at, sent) => {
    await at.api.changeNetworkDraft(idIn(at), startIn(sent, at));
    return { to: stepUrl(idIn(at), wayFrom("start", sent.text("go"))) };
  });
  form("/networks/new/:draft/dates", async (at, sent) => {
    const { flags } = await draftOf(at);
    const after = await at.api.changeNetworkDraft(idIn(at), { dates: datesIn(sent, flags) });
    const seen = sent.all("seen");
    // Days that do not fit stand where somebody goes on although they were told.
    const unseen = after.flags.filter(({ part, still }) => still.length > 0 && !seen.includes(part)).length;
    const go = sent.text("go");
    const words = FRESH[at.language];
    if (unseen > 0 && go !== "back") return { to: stepUrl(idIn(at), "dates"), said: words.dates.stillSaid(unseen) };
    return {
      to: stepUrl(idIn(at), go === "all" ? "dates" : wayFrom("dates", go)),
      ...(go === "all" && { said: words.saved }),
    };
  });
  form("/networks/new/:draft/people", takePeople, { lists: "people" });
  form("/networks/new/:draft/begin", async (at, sent, key) => {
    const { api, language } = at;
    const words = FRESH[language].begin;
    const clock = sent.text("clock") === "real" ? "real" : "stepped";
    const asRehearsed = sent.text("asRehearsed") !== "";
    const { id } = await api.makeDraftNetwork(idIn(at), { clock, ...(asRehearsed && { asRehearsed }) }, key);
    if (clock === "stepped") return { to: `/networks/${id}/rehearsal`, said: words.rehearsing };
    return { to: await pageOf(api, id), said: words.started };
  });
}

const takePeople: Act = async (at, sent) => {
  const id = at.c.req.param("draft") ?? "";
  const { wrong } = await at.api.changeNetworkDraft(id, { people: sent.text("people") });
  const [go, read] = [sent.text("go"), sent.text(readOf("people"))];
  // What is wrong, and what a file says, is shown at once; one may go back all the same, since what was handed over is kept.
  const stays = (wrong.length > 0 || read !== "") && go !== "back";
  const { old } = SITE_WORDS[at.language].list;
  return { to: stepUrl(id, stays ? "people" : wayFrom("people", go)), ...(read === "old" && { said: old }) };
};

/** Pictures of programmes, which carry their own style and nothing else. */
function addPictures({ page }: Site): void {
  page("/programmes/:programme/picture.svg", async (at) => {
    const { c, api } = at;
    const kind = c.req.query("kind") === "timeline" ? "timeline" : "statechart";
    const { svg } = await api.picture(c.req.param("programme") ?? "", kind);
    return c.body(svg, 200, {
      ...HEADERS,
      "content-type": "image/svg+xml; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "cache-control": "private, max-age=3600",
      vary: "cookie",
    });
  });
}
