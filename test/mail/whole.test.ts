// A mail written in one piece is, byte for byte, what the mail library would have streamed.
import fc from "fast-check";
import MailComposer from "nodemailer/lib/mail-composer";
import { expect, it } from "vitest";
import { inOnePiece } from "../../mail/whole.ts";

type Mail = { subject: string; name: string; text: string; html: string; ics?: string };

/** The library's tree of one mail, alike each time: it keeps what it makes up by itself, the boundary and the hour. */
function treeOf({ subject, name, text, html, ics }: Mail, more: object = {}) {
  const icalEvent = ics === undefined ? {} : { icalEvent: { method: "REQUEST", content: ics, filename: "invite.ics" } };
  return new MailComposer({
    messageId: "<n1.7.p1@example.org>",
    date: new Date(0),
    baseBoundary: "b",
    from: "Fremdrift <fremdrift@example.org>",
    to: { name, address: "kim@example.org" },
    subject,
    text,
    html,
    ...icalEvent,
    ...more,
  }).compile();
}

type Tree = ReturnType<typeof treeOf>;
const built = async (tree: Tree) => (await tree.build()).toString("latin1");
const pieced = (tree: Tree) => (inOnePiece(tree), built(tree));

const WORDS = fc.array(fc.constantFrom("a", "Møde", " ", "\n", "\r\n", "=", ".", "\t", "–", "😀", "x".repeat(80)), {
  maxLength: 60,
});
const TEXT = fc.oneof(
  WORDS.map((words) => words.join("")),
  fc.string({ unit: "binary" }),
);

it("is what the library streams, for any words, with and without something for the calendar", async () => {
  const mail = fc.record({
    subject: TEXT,
    name: TEXT,
    text: TEXT,
    html: TEXT,
    ics: fc.option(
      TEXT.map((t) => `B${t}`),
      { nil: undefined },
    ),
  });
  await fc.assert(
    fc.asyncProperty(mail as fc.Arbitrary<Mail>, async (each) => {
      // Where a long line is broken softly depends on the pieces that the stream happens to get.
      const [ours, theirs] = [await pieced(treeOf(each)), await built(treeOf(each))];
      expect(ours.replaceAll("=\r\n", "")).toBe(theirs.replaceAll("=\r\n", ""));
    }),
    { numRuns: 300 },
  );
});

it("leaves to the library what is not a text", async () => {
  const attachments = [{ filename: "a.bin", content: Buffer.from([0, 255, 13]) }];
  const tree = () => treeOf({ subject: "s", name: "Kim", text: "t", html: "h" }, { attachments });
  expect(await pieced(tree())).toBe(await built(tree()));
});
