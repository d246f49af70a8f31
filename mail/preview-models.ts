// What the samples of letters are about: a made-up network and what is in it.
import { DateTime } from "luxon";
import type { MailModel } from "../machines/ledger.ts";
import type { Instant, Text } from "../programmes/types.ts";

const ZONE = "Europe/Copenhagen";
/** An instant of the network, by its local clock. */
export const local = (iso: string): Instant => DateTime.fromISO(iso, { zone: ZONE }).toMillis();
/** Words in both languages. */
export const text = (da: string, en: string): Text => ({ da, en });

/** The model of a mail by a rule, sent at a local time. */
export const model = (
  rule: string,
  at: string,
  more: Pick<MailModel, "subject" | "title"> & Partial<MailModel>,
): MailModel => ({
  rule,
  network: "eksempel",
  networkTitle: "Mad uden spild",
  zone: ZONE,
  at: local(at),
  ...more,
});

const HERE = "/networks/eksempel";

/** A mail about a meeting. */
export const meeting = (rule: string, at: string, more: Partial<MailModel> = {}) =>
  model(rule, at, {
    subject: "item:moede-3",
    page: `${HERE}/meetings/moede-3`,
    title: text("Møde 3: Hvad ser borgerne?", "Meeting 3: What do citizens see?"),
    start: local("2027-03-11T09:00"),
    end: local("2027-03-11T12:00"),
    place: "Rådhuset, lokale 2",
    ...more,
  });

/** A mail about an idea that is to be decided. */
export const idea = (rule: string, at: string, more: Partial<MailModel> = {}) =>
  model(rule, at, {
    subject: "idea:frokost",
    page: rule.startsWith("decision-") ? "/decisions/eksempel/frokost" : `${HERE}/ideas/frokost`,
    title: text("Fælles frokost på tværs af husene", "A shared lunch across the houses"),
    deadline: local("2027-08-20T23:59"),
    round: 1,
    ...more,
  });

/** What has been decided waits for nobody. */
export const news = (rule: string, at: string, more: Partial<MailModel>): MailModel => {
  const { deadline: _, ...told } = idea(rule, at, more);
  return told;
};

/** A mail about a decision of the plan. */
export const profile = (rule: string, at: string, more: Partial<MailModel> = {}) =>
  model(rule, at, {
    subject: "item:profil",
    page: "/decisions/eksempel/profil",
    title: text("Fælles kompetenceprofil", "Joint competence profile"),
    deadline: local("2027-08-20T23:59"),
    ...more,
  });

/** A mail about homework. */
export const homework = (rule: string, at: string, more: Partial<MailModel> = {}) =>
  model(rule, at, {
    subject: "item:opdagelser",
    page: `${HERE}/homework/opdagelser`,
    title: text(
      "Besøg et andet køkken, og skriv tre opdagelser ned",
      "Visit another kitchen and note three discoveries",
    ),
    deadline: local("2027-04-30T23:59"),
    ...more,
  });

/** A mail about a phase that should have ended. */
export const phase = (rule: string, at: string) =>
  model(rule, at, {
    subject: "phase:discovery",
    page: `${HERE}#phase-discovery`,
    title: text("Opdagelse", "Discovery"),
    deadline: local("2027-05-28T23:59"),
    missing: [
      text("Opdagelser fra mindst tre perspektiver", "Discoveries from at least three perspectives"),
      text("Temaer er valgt", "Themes are chosen"),
    ],
  });

/** A mail about a task. */
export const task = (rule: string, at: string, more: Partial<MailModel> = {}) =>
  model(rule, at, {
    subject: "item:interview",
    page: `${HERE}/plan#interview`,
    title: text("Interview med nøglepersoner", "Interviews with key people"),
    deadline: local("2027-06-18T23:59"),
    ...more,
  });

/** A mail about a meeting without a date. */
export const undated = (rule: string, at: string) =>
  model(rule, at, {
    subject: "item:moede-5",
    page: `${HERE}/meetings/moede-5`,
    title: text("Møde 5", "Meeting 5"),
    start: local("2027-05-03"),
    end: local("2027-05-16T23:59"),
    allDay: true,
  });

/** A mail about the next step with an approved idea. */
export const step = (rule: string, at: string) => idea(rule, at, { deadline: local("2027-10-01T23:59") });

/** A mail about the dates that are proposed for a meeting. */
export const poll = (rule: string, at: string) =>
  model(rule, at, {
    subject: "poll:moede-5",
    page: `${HERE}/meetings/moede-5`,
    title: text("Møde 5", "Meeting 5"),
    ...(rule !== "poll-cancelled" && { deadline: local("2027-02-15T23:59") }),
  });
