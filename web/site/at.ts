// What a page knows of its request: who asks, in which language, and a form that was refused.
import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createClient, type FremdriftClient, type PreviewJson, type ProblemJson } from "../../api/client.ts";
import { languageAsked, languageOfBrowser, type Ask } from "../request.tsx";
import type { Language } from "../words-shape.ts";

/** Fields of a form, in their order. */
export type Sent = readonly (readonly [name: string, value: string])[];

/** A form that comes back to who sent it: what was typed, and why it was not taken; or what it would lead to. `gone`: its page has it no more. */
export type FormState = {
  id: string;
  sent: Sent;
  problem?: ProblemJson;
  notice?: string;
  seen?: PreviewJson;
  gone?: true;
};

export type Me = { name: string; email: string; admin: boolean; offices: string[] };

/** Whether somebody may make networks: administrators and the secretariat. */
export const mayMake = ({ admin, offices }: Me): boolean => admin || offices.includes("secretariat");

/** `path`: of the page, without its query. */
export type At = {
  c: Context;
  language: Language;
  path: string;
  api: FremdriftClient;
  me: Me;
  form?: FormState;
  /** What was done just now, to be said once. */
  said?: string;
};

const YEAR = 365 * 24 * 60 * 60;
/** Seconds that a word about what was done waits for its page. */
const SAID = 60;

/** Cookies go over https only, where people open it so: at `base`, if that is set. */
export type Cookies = { secure: boolean; base: () => string | undefined };

const nameOf = (name: string, { secure }: Pick<Cookies, "secure">) => `${secure ? "__Host-" : ""}fremdrift-${name}`;
const options = ({ secure }: Pick<Cookies, "secure">) =>
  ({ httpOnly: true, sameSite: "Lax", path: "/", secure }) as const;

export const readCookie = (c: Context, name: string, cookies: Cookies) => getCookie(c, nameOf(name, cookies));
/** `seconds` absent: until the browser is closed; 0: no longer. */
export const writeCookie = (c: Context, name: string, value: string, cookies: Cookies & { seconds?: number }) =>
  setCookie(c, nameOf(name, cookies), value, {
    ...options(cookies),
    ...(cookies.seconds !== undefined && { maxAge: cookies.seconds }),
  });

/** The language that the address asks for, else the one chosen before, else the browser's. One that is asked for is kept. */
export function speak(c: Context, cookies: Cookies): Language {
  const asked = languageAsked(c);
  if (asked) writeCookie(c, "language", asked, { ...cookies, seconds: YEAR });
  const chosen = readCookie(c, "language", cookies);
  return asked ?? (chosen === "da" || chosen === "en" ? chosen : languageOfBrowser(c));
}

/** Keeps a word about what was done for the next page. */
export const say = (c: Context, words: string, cookies: Cookies) =>
  writeCookie(c, "said", Buffer.from(words.slice(0, 500)).toString("base64url"), { ...cookies, seconds: SAID });

/** The word that was kept, which is then forgotten. */
export function hear(c: Context, cookies: Cookies): string | undefined {
  const kept = readCookie(c, "said", cookies);
  if (kept === undefined) return undefined;
  writeCookie(c, "said", "", { ...cookies, seconds: 0 });
  return Buffer.from(kept, "base64url").toString() || undefined;
}

/** A client of who holds a token. */
export const clientWith = (ask: Ask, language: Language, token?: string): FremdriftClient =>
  createClient({ url: "", fetch: ask, language, ...(token !== undefined && { token }) });

/** A new random value: of a form, so that it happens once however often it is sent. */
export const newKey = (): string => randomUUID();
