// Two people at one thing: whoever sends second is told what the first did, before anything of the first is lost.
import type { CardJson } from "../../api/client.ts";
import type { At } from "./at.ts";
import { NotTaken, whoIs, type Fields } from "./site.tsx";
import { SITE_WORDS } from "./words.ts";

/** Fields of a form that edits something: what it is (a subject of the ledger), and how far the ledger went when it was shown. */
export function Edits({ known, subject }: { known: Pick<CardJson, "seq">; subject: string }) {
  return (
    <>
      <input type="hidden" name="edits" value={subject} />
      <input type="hidden" name="since" value={String(known.seq)} />
    </>
  );
}

/** An item, or one session of it, as the ledger names it. */
export const subjectOf = (item: string, session?: string): string =>
  `item:${item}${session === undefined ? "" : `/${session}`}`;

/** Throws NotTaken where somebody else has changed it since. The form comes back as it was typed; sent again, it holds. */
export async function demandUnchanged(
  { api, language }: Pick<At, "api" | "language">,
  network: string,
  sent: Fields,
): Promise<void> {
  const [subject, since] = [sent.text("edits"), Number(sent.text("since"))];
  if (subject === "" || !Number.isSafeInteger(since) || since < 0) return;
  const after = (await api.ledger(network, { after: since })).filter(
    (entry) => entry.subject === subject && isEdit(entry),
  );
  if (after.length === 0) return;
  const [{ email }, { last }] = await Promise.all([whoIs(api), api.now(network)]);
  const other = after.findLast(({ by }) => by !== undefined && by !== email);
  if (!other) return;
  const name = last.find(({ seq }) => seq === other.seq)?.by ?? "";
  const { title, detail } = SITE_WORDS[language].meanwhile;
  throw new NotTaken(title(name), {}, { detail, status: 409 });
}

/** Answers and messages about a thing do not change it. */
const isEdit = ({ kind }: { kind: string }) => !/^(?:message|answer|homework|poll)\./.test(kind);
