// Tokens of the links in mails by which a reader answers without signing in: what a link may do, signed by the installation.
import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link lets its reader do; a link does one of these and nothing else. */
export type AnswerPurpose = "answer" | "deliver" | "decide";

/** `subject` as the ledger has it: `item:m1`, `item:E6/east`, `idea:i3`. `person` is an id. */
export type AnswerLink = { network: string; subject: string; person: string; purpose: AnswerPurpose };

export type AnswerTokens = {
  /** A token for a mail sent at `at`. Throws where an id has a line break in it. */
  make(link: AnswerLink, at: number): string;
  /** What a token lets its holder do, and the instant from which it no longer does; undefined where it is not ours. */
  read(token: string): { link: AnswerLink; expires: number } | undefined;
};

const DAY = 86_400_000;
/**
 * Days a token holds, counted from its mail. An invitation is often sent months ahead, so the meeting's own day ends its
 * link earlier: whoever takes the token looks that up, since meetings move.
 */
const LIFETIME: Record<AnswerPurpose, number> = { answer: 365, deliver: 60, decide: 60 };
const LETTER: Record<AnswerPurpose, string> = { answer: "a", deliver: "d", decide: "v" };
const VERSION = "1";
const LONGEST = 1_000;
const SEPARATOR = "\n";

/** The tokens of an installation. Those of another secret are not ours. */
export function answerTokens(secret: string): AnswerTokens {
  // A key of its own: nothing else that is signed with the secret is ever a link.
  const key = createHmac("sha256", secret).update("links to answer by").digest();
  const sign = (payload: string) => createHmac("sha256", key).update(payload).digest("base64url");
  return {
    make({ network, subject, person, purpose }, at) {
      const expires = Math.floor(at / DAY) + 1 + LIFETIME[purpose];
      const fields = [VERSION, LETTER[purpose], expires.toString(36), network, person, subject];
      if (fields.some((field) => field.includes(SEPARATOR))) throw new Error(`no link can be made about "${subject}"`);
      const payload = Buffer.from(fields.join(SEPARATOR)).toString("base64url");
      return `${payload}.${sign(payload)}`;
    },
    read(token) {
      const [payload = "", signature = "", ...rest] = token.length > LONGEST ? [] : token.split(".");
      return rest.length === 0 && isSame(signature, sign(payload)) ? linkIn(payload) : undefined;
    },
  };
}

/** Compared in constant time. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function linkIn(payload: string): ReturnType<AnswerTokens["read"]> {
  const fields = Buffer.from(payload, "base64url").toString().split(SEPARATOR);
  const [version, letter, expires = "", network = "", person = "", subject = ""] = fields;
  const purpose = (Object.keys(LETTER) as AnswerPurpose[]).find((one) => LETTER[one] === letter);
  if (version !== VERSION || purpose === undefined) return undefined;
  return { link: { network, subject, person, purpose }, expires: Number.parseInt(expires, 36) * DAY };
}
