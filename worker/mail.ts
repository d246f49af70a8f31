// Mail out: to the server that is set, else to the catcher on this machine, whose mailbox a browser opens.
import type { AnswerTokens } from "../library/answer-token.ts";
import { createCatcher, type Catcher } from "../mail/catcher.ts";
import type { Links } from "../mail/render.ts";
import { createSender, type Sender } from "../mail/sender.ts";
import { createTransport, type MailTransport } from "../mail/transport.ts";
import { escapedText, icsText } from "../programmes/export/ics-text.ts";
import { zoneLines } from "../programmes/export/ics-zone.ts";
import type { Store } from "../store/open.ts";
import { outboxPort } from "./outbox-port.ts";
import type { MailsSeen } from "./seen/mails.ts";

export type Post = { catcher: Catcher; transport: MailTransport; catcherUrl: string; close(): Promise<void> };

/**
 * The catcher and the transports: `smtpUrl` absent sends everything to where rehearsals' mails go, which without `rehearsalUrl` is the
 * catcher.
 */
export async function openPost({
  folder,
  smtpUrl,
  rehearsalUrl,
}: {
  folder: string;
  smtpUrl: string | undefined;
  rehearsalUrl?: string | undefined;
}): Promise<Post & { rehearsals: MailTransport }> {
  const catcher = createCatcher({ folder });
  const { url } = await catcher.start({ port: 0 });
  const rehearsals = createTransport({ url: rehearsalUrl ?? url });
  const transport = smtpUrl === undefined ? rehearsals : createTransport({ url: smtpUrl });
  const close = async () => {
    rehearsals.close();
    transport.close();
    await catcher.close();
  };
  return { catcher, transport, rehearsals, catcherUrl: url, close };
}

/** The sender that drains a store's outbox through the post. */
export function senderFor(
  store: Store,
  post: Awaited<ReturnType<typeof openPost>>,
  options: {
    base: string;
    answerTokens: AnswerTokens;
    from: string;
    perMinute?: number | undefined;
    now: () => number;
    log: (line: string) => void;
    /** What watches them from outside. */
    seen?: MailsSeen | undefined;
  },
): Sender {
  const { base, answerTokens, from, perMinute, now, log, seen } = options;
  const answerUrl: NonNullable<Links["answerUrl"]> = (about) =>
    `${base}/${PAGES[about.purpose] ?? "a"}/${answerTokens.make(about, now())}`;
  const watched = <T extends Pick<MailTransport, "sendMail">>(bare: T): T => seen?.transport(bare) ?? bare;
  const [transport, rehearsals] = [watched(post.transport), watched(post.rehearsals)];
  const port = outboxPort(store, `sender-${process.pid}`, now);
  const outbox = seen?.outbox(port) ?? port;
  const pace = perMinute === undefined ? {} : { perMinute };
  const links = { base, answerUrl };
  return createSender({ outbox, transport, rehearsals, clock: now, links, from, ics: ICS, ...pace, log });
}

/** Where sign-ups and date polls are answered. */
const PAGES: Record<string, string> = { signUp: "s", withdraw: "s", poll: "d" };

const ICS = { text: icsText, escaped: escapedText, zone: zoneLines };
