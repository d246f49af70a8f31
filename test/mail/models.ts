// Mail models that the tests share. All times are local to Copenhagen unless said otherwise.
import { DateTime } from "luxon";
import type { MailModel } from "../../machines/ledger.ts";
import type { Reader } from "../../mail/render.ts";

export const ZONE = "Europe/Copenhagen";
export const LINKS = { base: "https://fremdrift.example" };

export const local = (iso: string) => DateTime.fromISO(iso, { zone: ZONE }).toMillis();

export const reader = (language: "da" | "en"): Reader => ({
  name: "Kim Prøve",
  email: "kim@example.org",
  language,
});

export const model = (rule: string, more: Partial<MailModel> = {}): MailModel => ({
  rule,
  network: "n1",
  networkTitle: "Mad uden spild",
  zone: ZONE,
  subject: "item:meeting1",
  title: { da: "Møde 1", en: "Meeting 1" },
  ...more,
});

export const meeting = (rule: string, more: Partial<MailModel> = {}): MailModel =>
  model(rule, {
    start: local("2027-03-11T09:00"),
    end: local("2027-03-11T12:00"),
    place: "Rådhuset, lokale 2",
    ...more,
  });

export const decision = (rule: string, more: Partial<MailModel> = {}): MailModel =>
  model(rule, {
    subject: "idea:a",
    title: { da: "Fælles frokost", en: "Shared lunch" },
    deadline: local("2027-08-20T23:59"),
    round: 2,
    ...more,
  });

export const homework = (rule: string, more: Partial<MailModel> = {}): MailModel =>
  model(rule, {
    subject: "item:H2",
    title: { da: "Udpeg fem agenter", en: "Appoint five agents" },
    deadline: local("2014-05-31T23:59"),
    ...more,
  });
