// Mails as they come in: answers in the shapes that large mail programs give them, and reports of mails that came back.
import { simpleParser, type ParsedMail } from "mailparser";

export type Answered = {
  uid?: string;
  from?: string;
  attendee?: string;
  partstat?: string;
  sequence?: number | null;
  /** What Outlook's user wrote with it, as it stands in a calendar. */
  comment?: string;
  messageId?: string;
  /** More header lines. */
  headers?: string[];
  method?: string;
};

const USUAL = {
  uid: "meeting1@n1.fremdrift",
  from: "kim@example.org",
  partstat: "ACCEPTED",
  sequence: 3,
  messageId: "a1@mail.example.org",
  headers: [] as string[],
  method: "REPLY",
  comment: "",
};

const given = (answered: Answered) => {
  const all = { ...USUAL, ...answered };
  return { ...all, attendee: answered.attendee ?? all.from };
};
type Given = ReturnType<typeof given>;

const crlf = (lines: string[]) => `${lines.join("\r\n")}\r\n`;
const mail = (lines: string[]) => Buffer.from(crlf(lines));
const event = (lines: string[], { method, sequence }: Given) =>
  crlf([
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "PRODID:-//Someone//Calendar//EN",
    "VERSION:2.0",
    "BEGIN:VEVENT",
    ...lines,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    "END:VEVENT",
    "END:VCALENDAR",
  ]);

const head = ({ from, messageId, headers }: Given, more: string[]) => [
  `From: Kim Prøve <${from}>`,
  "To: Fremdrift <fremdrift@example.org>",
  "Subject: Accepted: Møde 1",
  ...(messageId === "" ? [] : [`Message-ID: <${messageId}>`]),
  "Date: Mon, 1 Feb 2027 10:00:00 +0100",
  "MIME-Version: 1.0",
  ...headers,
  ...more,
];

/** Outlook and Exchange: text, HTML and calendar beside each other, the calendar in base64, a zone with rules of its own, an alarm. */
export function outlook(answered: Answered = {}): Buffer {
  const all = given(answered);
  const calendar = event(
    [
      `ATTENDEE;PARTSTAT=${all.partstat};CN=Kim Prøve:MAILTO:${all.attendee}`,
      `COMMENT;LANGUAGE=da-DK:${all.comment}\\n`,
      `UID:${all.uid}`,
      "SUMMARY;LANGUAGE=da-DK:Accepteret: Møde 1",
      "DTSTART;TZID=Romance Standard Time:20270311T090000",
      "DTSTAMP:20270201T090000Z",
      "STATUS:CONFIRMED",
      "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
      "BEGIN:VALARM",
      "UID:alarm",
      "DESCRIPTION:REMINDER",
      "ATTENDEE;PARTSTAT=DECLINED:mailto:nobody@example.org",
      "END:VALARM",
    ],
    all,
  );
  return mail([
    ...head(all, [
      'Content-Type: multipart/alternative; boundary="_000_B"',
      "X-MS-Has-Attach:",
      "Content-Language: da-DK",
    ]),
    "",
    "--_000_B",
    "Content-Type: text/plain; charset=iso-8859-1",
    "",
    "Det passer mig fint.",
    "--_000_B",
    `Content-Type: text/calendar; charset="utf-8"; method=${all.method}`,
    "Content-Transfer-Encoding: base64",
    "",
    ...Buffer.from(calendar)
      .toString("base64")
      .match(/.{1,76}/g)!,
    "",
    "--_000_B--",
  ]);
}

/** Gmail: a calendar in quoted-printable beside the text and once more as a file; sent by itself, in the person's name. */
export function gmail(answered: Answered = {}): Buffer {
  const all = given(answered);
  const calendar = event(
    [
      "DTSTART:20270311T080000Z",
      "DTSTAMP:20270201T090000Z",
      "ORGANIZER;CN=Mad uden spild:mailto:fremdrift@example.org",
      `UID:${all.uid}`,
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${all.partstat};CN="Prøve, Kim:`,
      `  ledende";X-NUM-GUESTS=0:mailto:${all.attendee}`,
      "STATUS:CONFIRMED",
    ],
    all,
  );
  const quoted = calendar.replace(/[=\u0080-\uffff]/gu, (sign) =>
    [...Buffer.from(sign)].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  return mail([
    ...head(all, [
      "Sender: Google Calendar <calendar-notification@google.com>",
      "Auto-Submitted: auto-generated",
      'Content-Type: multipart/mixed; boundary="outer"',
    ]),
    "",
    "--outer",
    'Content-Type: multipart/alternative; boundary="inner"',
    "",
    "--inner",
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    "",
    "Kim har svaret.",
    "--inner",
    `Content-Type: text/calendar; charset="UTF-8"; method=${all.method}`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quoted,
    "--inner--",
    "--outer",
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    "Content-Transfer-Encoding: base64",
    "",
    ...Buffer.from(calendar)
      .toString("base64")
      .match(/.{1,76}/g)!,
    "--outer--",
  ]);
}

/** Apple: the calendar in the clear as a file beside the text, folded at 75 octets, also inside a letter. */
export function apple(answered: Answered = {}): Buffer {
  const all = given(answered);
  const calendar = event(
    [
      "DTSTAMP:20270201T090000Z",
      `UID:${all.uid}`,
      `ATTENDEE;CN=Kim ${"Ærø".repeat(22)};CUTYPE=INDIVIDUAL;PARTSTAT=${all.partstat};EMAIL=${all.attendee}:MAILTO:${all.attendee}`,
      "REQUEST-STATUS:2.0;Success",
    ],
    all,
  );
  const top = crlf([
    ...head(all, ["X-Mailer: Apple Mail", 'Content-Type: multipart/mixed; boundary="Apple-Mail"']),
    "",
    "--Apple-Mail",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Kim Prøve har svaret.",
    "--Apple-Mail",
    `Content-Type: text/calendar; charset=utf-8; method=${all.method}; name=iCal.ics`,
    "Content-Disposition: attachment; filename=iCal.ics",
    "Content-Transfer-Encoding: 8bit",
    "",
  ]);
  return Buffer.concat([Buffer.from(top), folded(calendar), Buffer.from("\r\n--Apple-Mail--\r\n")]);
}

/** Lines of at most 75 octets, cut wherever that falls. */
function folded(calendar: string): Buffer {
  const lines = Buffer.from(calendar).toString("latin1").split("\r\n");
  return Buffer.from(lines.map((line) => (line.match(/.{1,74}/gs) ?? []).join("\r\n ")).join("\r\n"), "latin1");
}

export type Returned = {
  recipient?: string;
  action?: string;
  status?: string;
  diagnostic?: string;
  messageId?: string;
  /** What came back of the mail, as a whole mail or its headers. */
  returned?: "message/rfc822" | "text/rfc822-headers" | "nothing";
  headers?: string[];
};

/** A mail server's report that a mail of ours was not delivered. */
export function bounce(of: string, more: Returned = {}): Buffer {
  const { recipient = "kim@example.org", action = "failed", status = "5.1.1", messageId = "b1@mx.example.org" } = more;
  const { diagnostic = `smtp; 550 ${status} no such user here`, returned = "message/rfc822", headers = [] } = more;
  return mail([
    "Return-Path: <>",
    "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>",
    "To: fremdrift@example.org",
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <${messageId}>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    ...headers,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="R"',
    "",
    "--R",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I am sorry to have to tell you.",
    "--R",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.org",
    "",
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    "",
    ...(returned === "nothing"
      ? []
      : [
          "--R",
          `Content-Type: ${returned}`,
          "",
          `Message-ID:`,
          ` <${of}>`,
          "From: Fremdrift <fremdrift@example.org>",
          "Subject: Indbydelse",
          "",
          ...(returned === "message/rfc822" ? ["Hej Kim"] : []),
        ]),
    "--R--",
  ]);
}

/** A letter that somebody, or something, wrote. */
export const letter = (headers: string[] = [], messageId = "l1@mail.example.org"): Buffer =>
  mail([
    "From: Kim <kim@example.org>",
    "To: fremdrift@example.org",
    "Subject: Re: Indbydelse",
    `Message-ID: <${messageId}>`,
    ...headers,
    "",
    "Jeg kommer nok.",
  ]);

/** A mail as it is read in the house. */
export const parsed = (raw: Buffer): Promise<ParsedMail> => simpleParser(raw, { keepDeliveryStatus: true });
