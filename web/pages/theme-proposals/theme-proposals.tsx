// Theme proposals: the list, a new one, one with what can be done about it, and the forum's meetings and roles.
import { NotTaken, type Site } from "../../site/site.tsx";
import type { At } from "../../site/at.ts";
import { pageOf } from "../fresh/given.ts";
import { datesIn, Forum, officesIn } from "./forum.tsx";
import { ThemeList } from "./list.tsx";
import { OneTheme } from "./one.tsx";
import { Propose, themeIn } from "./propose.tsx";
import { FORUM } from "./words-forum.ts";
import { THEMES } from "./words.ts";

const OUTCOMES = ["yes", "no", "wait"] as const;
const idOf = ({ c }: At) => c.req.param("theme") ?? "";
const because = (reason: string) => (reason === "" ? {} : { reason });

/** Adds the pages and their forms to the site. */
export function addThemeProposals(site: Site): void {
  const { page, form } = site;
  page("/themes", async (at) => {
    const [themes, forum] = await Promise.all([at.api.themeProposals(), at.api.forumMeetings()]);
    const { title } = THEMES[at.language];
    return { title, body: <ThemeList at={at} themes={themes} forum={forum} />, part: "themes" };
  });
  page("/themes/new", async (at) => {
    const programmes = await at.api.programmes();
    const { title } = THEMES[at.language].form;
    return { title, body: <Propose at={at} programmes={programmes} />, part: "themes" };
  });
  page("/themes/forum", async (at) => {
    const [forum, offices] = await Promise.all([at.api.forumMeetings(), at.api.offices()]);
    const { title } = FORUM[at.language];
    return { title, body: <Forum at={at} forum={forum} offices={offices} />, part: "themes" };
  });
  page("/themes/:theme", async (at) => {
    const [theme, programmes] = await Promise.all([at.api.themeProposal(idOf(at)), at.api.programmes()]);
    return { title: theme.title, body: <OneTheme at={at} theme={theme} programmes={programmes} />, part: "themes" };
  });

  form("/themes/new", async ({ api, language }, sent, key) => {
    const { id } = await api.proposeTheme(themeIn(sent), key);
    return { to: `/themes/${id}`, said: THEMES[language].form.sent };
  });
  form("/themes/forum/dates", async ({ api, language }, sent) => {
    await api.setForumMeetings(datesIn(sent));
    return { to: "/themes/forum", said: FORUM[language].savedDates };
  });
  form("/themes/forum/offices", async ({ api, language }, sent) => {
    await api.setOffices(officesIn(sent));
    return { to: "/themes/forum", said: FORUM[language].savedOffices };
  });
  addSteps(site);
}

function addSteps({ form }: Site): void {
  form("/themes/:theme/decide", async (at, sent, key) => {
    const words = THEMES[at.language].decide;
    const outcome = OUTCOMES.find((one) => one === sent.text("outcome"));
    if (!outcome) throw new NotTaken(words.none, { outcome: words.none });
    await at.api.decideTheme(idOf(at), { outcome, ...because(sent.text("reason")) }, key);
    return { to: `/themes/${idOf(at)}`, said: words.said[outcome] };
  });
  form("/themes/:theme/hours", async (at, sent, key) => {
    const agreed = sent.text("agreed") === "yes";
    // What is no number is told by the API.
    const days = Number(sent.text("days").replace(",", "."));
    const hours = { agreed, ...(agreed && { days }), ...because(sent.text("reason")) };
    await at.api.agreeThemeHours(idOf(at), hours, key);
    return { to: `/themes/${idOf(at)}`, said: THEMES[at.language].hours.said };
  });
  form("/themes/:theme/withdraw", async (at, sent, key) => {
    await at.api.withdrawTheme(idOf(at), because(sent.text("reason")), key);
    return { to: `/themes/${idOf(at)}`, said: THEMES[at.language].withdraw.said };
  });
  form("/themes/:theme/start", async (at, sent, key) => {
    const given = (["start", "programme"] as const).map((name) => [name, sent.text(name)]).filter(([, text]) => text);
    const { id } = await at.api.startTheme(idOf(at), Object.fromEntries(given) as object, key);
    return { to: await pageOf(at.api, id), said: THEMES[at.language].start.said };
  });
}
