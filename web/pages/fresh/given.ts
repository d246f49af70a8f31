// What the pages of a new network share: the draft, its steps and where they are, days without a time.
import { ApiError, type FremdriftClient } from "../../../api/client.ts";
import { longDay, shortDay } from "../../site/dates.ts";
import type { At } from "../../site/at.ts";
import type { Language } from "../../words-shape.ts";

export type Draft = Awaited<ReturnType<FremdriftClient["networkDraft"]>>;
export type DraftLine = Awaited<ReturnType<FremdriftClient["networkDrafts"]>>[number];
export type Message = Awaited<ReturnType<FremdriftClient["draftMessages"]>>[number];

export const STEPS = ["programme", "start", "dates", "people", "messages", "begin"] as const;
export type Step = (typeof STEPS)[number];

/** Where a step of a draft is; the first that is not filled in, without a step. */
export const stepUrl = (draft: string, step?: Step): string =>
  `/networks/new/${encodeURIComponent(draft)}${step === undefined ? "" : `/${step}`}`;

/** The draft of the page's address. Throws ApiError where there is none of the reader's. */
export const draftOf = async ({ c, api }: At): Promise<Draft> => await api.networkDraft(c.req.param("draft") ?? "");

/** Whether a step has what it asks for. */
export function isFilled(draft: Draft, step: Step): boolean {
  if (step === "programme" || step === "start" || step === "people") return !draft.missing.includes(step);
  const hasPlan = draft.begins !== undefined;
  if (step === "dates")
    return hasPlan && draft.flags.every(({ chosen, still }) => chosen !== undefined && still.length === 0);
  return step === "messages" && hasPlan && draft.people.length > 0;
}

/** The first step that still asks for something; the last where none does. */
export const firstOpen = (draft: Draft): Step => STEPS.find((step) => !isFilled(draft, step)) ?? "begin";

/** A day alone is the same day wherever it is read. */
const noon = (date: string) => `${date}T12:00:00Z`;

/** «mandag den 1. februar 2027». */
export const dayText = (date: string, language: Language): string => longDay(noon(date), { zone: "UTC", language });

/** «man. 1. feb. 2027». */
export const dayShort = (date: string, language: Language): string =>
  shortDay(noon(date), { zone: "UTC", language }, "0000");

/** «februar 2027», of `2027-02`. */
export const monthText = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-15T12:00:00Z`));

/** One day, or from one to another. */
export function windowText(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  language: Language,
): string {
  if (from === undefined) return "";
  return to === undefined || to === from
    ? dayShort(from, language)
    : `${dayShort(from, language)} – ${dayShort(to, language)}`;
}

/** The network's page, where whoever started it takes part in it; else the table of all. */
export async function pageOf(api: At["api"], id: string): Promise<string> {
  return await api.card(id).then(
    () => `/networks/${id}`,
    (error: unknown) => {
      if (error instanceof ApiError && error.problem.status === 404) return "/overview";
      throw error;
    },
  );
}
