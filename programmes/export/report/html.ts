// A report as one page to print: no scripts, no pictures from elsewhere, nothing to fetch.
import { documentOf, planTable } from "../html.ts";
import { markup, type Markup } from "../markup.ts";
import { accountsOf } from "./accounts.ts";
import { ideasOf } from "./ideas.ts";
import { REPORT_STYLE } from "./style.ts";
import { cellsOf, listOf, tableOf } from "./table.ts";
import type { Chapter, Decision, FollowUp, Report } from "./types.ts";
import { REPORT_PAGE_WORDS } from "./words.ts";

/** The whole document. */
export function reportHtml(report: Report): string {
  const { language, title, plan } = report;
  const words = REPORT_PAGE_WORDS[language];
  const body = markup`<main>
    <div class="brief">${coverOf(report)}${briefOf(report)}</div>
    ${storyOf(report)}
    ${ideasOf(report)}
    ${decisionsOf(report)}
    ${participantsOf(report)}
    ${accountsOf(report)}
    ${followUpsOf(report)}
    ${unsaidOf(report)}
    <section class="plan"><h2>${words.plan}</h2><p class="lead">${words.planLead}</p>${planTable(plan.layout, { language, executed: plan.executed })}</section>
  </main>`;
  return documentOf(title, body, { language, style: REPORT_STYLE });
}

function coverOf({ language, title, programme, period, status, asOf, purpose }: Report): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const facts = [...(programme === title ? [] : [programme]), period, asOf].join(" · ");
  return markup`<header class="cover">
    <p class="eyebrow">${words.report}</p>
    <h1>${title}</h1>
    <p class="about">${facts}</p>
    <p class="status">${status}</p>
  </header>
  <section><h2>${words.purpose}</h2>${purpose.map((text) => markup`<p class="lead">${text}</p>`)}</section>`;
}

function briefOf(report: Report): Markup {
  const { language, numbers, summary, next } = report;
  const words = REPORT_PAGE_WORDS[language];
  const tiles = numbers.map(({ value, label }) => markup`<li><b>${value}</b> <span>${label}</span></li>`);
  return markup`<section><h2>${words.summary}</h2>
    <ul class="tiles">${tiles}</ul>
    ${summary.map(({ title, lines }) => markup`<h3>${title}</h3>${listOf(lines)}`)}
    <h3>${words.next}</h3>${next.length === 0 ? markup`<p>${words.noFollowUps}</p>` : followUpTable(next, report)}
  </section>`;
}

function followUpTable(list: FollowUp[], { language }: Report): Markup {
  const { what, who, to, due, state } = REPORT_PAGE_WORDS[language].nextColumns;
  const isGiven = list.some((one) => one.to !== "");
  const rows = list.map((one) => [
    ...cellsOf([one.what, one.who, ...(isGiven ? [one.to] : [])]),
    markup`<td class="nowrap">${one.due}</td><td>${one.state}</td>`,
  ]);
  return tableOf([what, who, ...(isGiven ? [to] : []), due, state], rows);
}

function storyOf({ language, story }: Report): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const phased = story.some(({ executed }) => executed !== undefined);
  return markup`<section><h2>${phased ? words.story : words.wholeStory}</h2>${story.map(chapterOf)}</section>`;
}

function chapterOf({ title, planned, executed, late, lines }: Chapter): Markup {
  const when = [planned, executed].filter((text) => text !== undefined).join(" · ");
  return markup`<div class="phase-box"><h3>${title}</h3>
    ${when === "" ? undefined : markup`<p class="facts">${when}${late === undefined ? undefined : markup` · <span class="late">${late}</span>`}</p>`}
    ${lines.length === 0 ? undefined : listOf(lines)}</div>`;
}

function decisionsOf({ language, decisions, ideas }: Report): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const { what, who, outcome, reason, day } = words.decisionColumns;
  const rows = decisions.map((one: Decision) => [
    markup`<th scope="row">${one.what}${one.about === "" ? undefined : markup`<span class="small plain">${one.about}</span>`}</th><td>${one.who}</td>`,
    markup`<td class="outcome">${one.outcome}${one.votes === "" ? undefined : markup`<span class="small">${words.votes}: ${one.votes}</span>`}</td>`,
    markup`<td>${one.reason}</td>`,
    markup`<td class="nowrap">${one.day}</td>`,
  ]);
  const about = ideas && ideas.length > 0 ? markup`<p class="facts">${words.ideaDecisions}</p>` : undefined;
  return markup`<section><h2>${words.decisions}</h2>${about}
    ${rows.length === 0 ? markup`<p>${words.nothing}</p>` : tableOf([what, who, outcome, reason, day], rows)}</section>`;
}

function participantsOf({ language, participants }: Report): Markup {
  const words = REPORT_PAGE_WORDS[language];
  const { role, count, names, organisation } = words.participantsColumns;
  const named = participants.roles.some((one) => one.names !== undefined);
  const roles = participants.roles.map((one) => [
    markup`<th scope="row">${one.title}</th>`,
    markup`<td class="number">${one.count}</td>`,
    ...(named ? [markup`<td class="names">${one.names}</td>`] : []),
  ]);
  const places = participants.organisations.map((one) => [
    markup`<th scope="row">${one.title}</th>`,
    markup`<td class="number">${one.count}</td>`,
  ]);
  return markup`<section><h2>${words.participants}</h2>
    <p>${participants.total}. ${words.several}</p>
    <div class="${named ? "" : "beside"}">${tableOf([role, { number: count }, ...(named ? [names] : [])], roles)}
    ${places.length === 0 ? undefined : tableOf([organisation, { number: count }], places)}</div>
    ${participants.changes.length === 0 ? undefined : listOf(participants.changes)}</section>`;
}

function followUpsOf(report: Report): Markup {
  const words = REPORT_PAGE_WORDS[report.language];
  const open = report.next.filter(({ done }) => !done);
  const none = report.next.length === 0 ? words.noFollowUps : words.allDone;
  return markup`<section class="whole"><h2>${words.openFollowUps}</h2>${open.length === 0 ? markup`<p>${none}</p>` : followUpTable(open, report)}</section>`;
}

function unsaidOf({ language, unsaid }: Report): Markup | undefined {
  const words = REPORT_PAGE_WORDS[language];
  if (unsaid.length === 0) return undefined;
  return markup`<section class="whole"><h2>${words.unsaid}</h2><p>${words.unsaidLead}</p>${listOf(unsaid)}</section>`;
}
