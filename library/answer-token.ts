// Tokens of the links in mails by which a reader answers without signing in: what a link may do, signed by the installation.
import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link lets its reader do; a link does one of these and nothing else. */
export type AnswerPurpose = "answer" | "deliver" | "decide";
/** What a link to a sign-up's page lets its reader do: anybody signs up, one person gives up their place. */
export type PlacePurpose = "signUp" | "withdraw";
/** One person says when a meeting can be. */
export type PollPurpose = "poll";

/** `subject` as the ledger has it: `item:m1`, `item:E6/east`, `idea:i3`. `person` is an id. */
type Link<P> = { network: string; subject: string; person: string; purpose: P };
export type AnswerLink = Link<AnswerPurpose>;
/** `person` of a link that is for anybody is empty. */
export type PlaceLink = Link<PlacePurpose>;
export type PollLink = Link<PollPurpose>;

type Read<L> = { link: L; expires: number };

export type AnswerTokens = {
  /** A token for a mail sent at `at`. Throws where an id has a line break in it. */
  make(link: AnswerLink | PlaceLink | PollLink, at: number): string;
  /** What a token lets its holder do, and the instant from which it no longer does; undefined where it is not ours. */
  read(token: string): Read<AnswerLink> | undefined;
  /** The same of a link to a sign-up's page. */
  readPlace(token: string): Read<PlaceLink> | undefined;
  /** The same of a link to a date poll. */
  readPoll(token: string): Read<PollLink> | undefined;
};

const DAY = 86_400_000;
/**
 * Days a token holds, counted from its mail. An invitation is often sent months ahead, so the meeting's own day ends its
 * link earlier: whoever takes the token looks that up, since meetings move.
 */
type Purpose = AnswerPurpose | PlacePurpose | PollPurpose;
const LIFETIME: Record<Purpose, number> = {
  answer: 365,
  deliver: 60,
  decide: 60,
  signUp: 365,
  withdraw: 365,
  poll: 60,
};
const LETTER: Record<Purpose, string> = {
  answer: "a",
  deliver: "d",
  decide: "v",
  signUp: "s",
  withdraw: "w",
  poll: "p",
};
const VERSION = "1";
const LONGEST = 1_000;
const SEPARATOR = "\n";

/** The tokens of an installation. Those of another secret are not ours. */
export function answerTokens(secret: string): AnswerTokens {
  // A key of its own: nothing else that is signed with the secret is ever a link.
  const key = createHmac("sha256", secret).update("links to answer by").digest();
  const sign = (payload: string) => createHmac("sha256", key).update(payload).digest("base64url");
  const ours = (token: string) => {
    const [payload = "", signature = "", ...rest] = token.length > LONGEST ? [] : token.split(".");
    return rest.length === 0 && isSame(signature, sign(payload)) ? linkIn(payload) : undefined;
  };
  return {
    make({ network, subject, person, purpose }, at) {
      const expires = Math.floor(at / DAY) + 1 + LIFETIME[purpose];
      const fields = [VERSION, LETTER[purpose], expires.toString(36), network, person, subject];
      if (fields.some((field) => field.includes(SEPARATOR))) throw new Error(`no link can be made about "${subject}"`);
      const payload = Buffer.from(fields.join(SEPARATOR)).toString("base64url");
      return `${payload}.${sign(payload)}`;
    },
    read: (token) => found(ours(token), ["answer", "deliver", "decide"]),
    readPlace: (token) => found(ours(token), ["signUp", "withdraw"]),
    readPoll: (token) => found(ours(token), ["poll"]),
  };
}

/** Compared in constant time. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A link that is for one of some purposes: one for answers is none to a sign-up, and the other way round. */
function found<P extends Purpose>(read: Read<Link<Purpose>> | undefined, purposes: P[]): Read<Link<P>> | undefined {
  const purpose = purposes.find((one) => one === read?.link.purpose);
  return read && purpose && { ...read, link: { ...read.link, purpose } };
}

function linkIn(payload: string): Read<Link<Purpose>> | undefined {
  const fields = Buffer.from(payload, "base64url").toString().split(SEPARATOR);
  const [version, letter, expires = "", network = "", person = "", subject = ""] = fields;
  const purpose = (Object.keys(LETTER) as Purpose[]).find((one) => LETTER[one] === letter);
  if (version !== VERSION || purpose === undefined) return undefined;
  return { link: { network, subject, person, purpose }, expires: Number.parseInt(expires, 36) * DAY };
}
