// The pages of meetings, and where those of their forms are sent whose data is more than fields.
import { demandUnchanged } from "../../site/meanwhile.tsx";
import type { At } from "../../site/at.ts";
import { dataOf, doOrSee } from "../../site/do.ts";
import type { Fields, Site } from "../../site/site.tsx";
import { datesOf, demandDates, idOf } from "../plan/dates.ts";
import { LEAD } from "./lead-words.ts";
import { addMeetings } from "./list.tsx";
import { addMeeting } from "./one.tsx";
import { MEETINGS } from "./words.ts";

/** Adds them to the site. */
export function addMeetingPages(site: Site): void {
  addMeetings(site);
  addCalendar(site);
  addMeeting(site);
  addPlanForms(site);
  addWorkForms(site);
}

function addCalendar({ page }: Site): void {
  page("/networks/:id/meetings/:item/calendar.ics", async ({ c, api }) => {
    const { name, content } = await api.meetingCalendar(c.req.param("id") ?? "", c.req.param("item") ?? "");
    return new Response(content, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "-")}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  });
}

const paramsOf = ({ c }: At) => ({ network: c.req.param("id") ?? "", item: c.req.param("item") ?? "" });

const textsOf = (sent: Fields, ...names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (sent.text(name) === "" ? [] : [[name, sent.text(name)]])));

function addPlanForms({ form }: Site): void {
  form("/networks/:id/meetings/new", async (at, sent, key) => {
    const { network } = paramsOf(at);
    const audience = sent.all("audience");
    const data = {
      ...textsOf(sent, "title", "place", "reason"),
      ...datesOf(sent),
      kind: "meeting",
      id: idOf("meeting", sent.text("title"), key),
      ...(audience.length > 0 && { audience }),
      ...(sent.text("draft") !== "" && { draft: true }),
    };
    return await doOrSee(at, sent, { network, trigger: "addItem", data, key });
  });

  form("/networks/:id/meetings/:item/dates", async (at, sent, key) => {
    const { network, item } = paramsOf(at);
    const trigger = sent.text("trigger") === "pinItem" ? "pinItem" : "moveItem";
    const isDraft = sent.text("draft") !== "" && trigger === "pinItem";
    const data = {
      item,
      ...textsOf(sent, "session", "place", "reason"),
      ...demandDates(sent, LEAD[at.language].date.need),
      ...(isDraft && { draft: true }),
    };
    return await doOrSee(at, sent, { network, trigger, data, key });
  });
}

type Point = { who?: string };

function addWorkForms({ form }: Site): void {
  form("/networks/:id/meetings/:item/agenda", async (at, sent, key) => {
    const { network, item } = paramsOf(at);
    await demandUnchanged(at, network, sent);
    const { people = [] } = await at.api.meeting(network, item);
    // A name that is typed is the person of that name, where only one has it.
    const emailOf = (who: string) => {
      const named = people.filter(({ name }) => name.toLowerCase() === who.toLowerCase());
      return named.length === 1 ? named[0]!.email : who;
    };
    const points = ((dataOf(sent.sent)["points"] ?? []) as Point[]).map((point) => ({
      ...point,
      ...(point.who !== undefined && { who: emailOf(point.who) }),
    }));
    await at.api.trigger(network, "setAgenda", { item, points }, key);
    return { to: sent.text("page"), said: LEAD[at.language].agenda.said };
  });

  form("/networks/:id/meetings/:item/attendance", async (at, sent, key) => {
    const { network, item } = paramsOf(at);
    const { people = [] } = await at.api.meeting(network, item);
    const session = sent.text("session");
    const here = sent.all("present");
    const asked = people.filter((one) => session === "" || one.sessions.includes(session));
    const [present, absent] = [true, false].map((is) =>
      asked.map(({ email }) => email).filter((email) => here.includes(email) === is),
    );
    const guests = sent
      .text("guests")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
    const data = { item, ...textsOf(sent, "session"), present, absent, guests };
    await at.api.trigger(network, "recordAttendance", data, key);
    return { to: sent.text("page"), said: LEAD[at.language].attend.said };
  });

  form("/networks/:id/meetings/:item/poll", async (at, sent, key) => {
    const { network, item } = paramsOf(at);
    const answers = Object.fromEntries(
      sent.sent.flatMap(([name, value]) => (name.startsWith("date ") ? [[name.slice("date ".length), value]] : [])),
    );
    await at.api.trigger(network, "answerPoll", { item, answers }, key);
    return { to: sent.text("page"), said: sent.text("said") || MEETINGS[at.language].answer.saved };
  });
}
