// The messages of a network that went, and what became of each mail.
import type { MessageJson } from "../../api/client.ts";
import { whyWord } from "../../machines/narrate-words.ts";
import { moment, table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** Messages as the API gives them: a line for each, and one for each mail that has not arrived. */
export async function run({ client: connect, language, words }: World, { args }: Given): Promise<Output> {
  const messages = await (await connect()).messages(args[0]!);
  const { when, what, to } = words.columns;
  const rows = messages.flatMap((message) => [
    [moment(message.at, language), `${message.rule} ${message.subject}`, whatOf(message, language)],
    ...message.deliveries.filter(({ state }) => state !== "sent").map((one) => ["", "", mailOf(one, language)]),
  ]);
  return { json: messages, text: rows.length > 0 ? table(rows, [when, what, to]) : SAID[language].none };
}

function whatOf({ kind, to, reason, deliveries }: MessageJson, language: Language): string {
  const said = SAID[language];
  // Why it was held back has words; what a mail server said stands as it said it.
  const why = reason === undefined ? "" : ` (${whyWord(reason, language)})`;
  if (kind === "message.suppressed") return `${said.suppressed}${why}`;
  if (kind === "message.failed") return `${said.failed}: ${to.join(", ")}${why}`;
  const sent = deliveries.filter(({ state }) => state === "sent").length;
  return `${said.sent} ${sent}/${deliveries.length}`;
}

function mailOf({ person, state, response, attempts }: MessageJson["deliveries"][number], language: Language): string {
  const said = SAID[language];
  const words = { queued: said.waits, sending: said.waits, failed: said.failed, sent: said.sent }[state];
  const tried = attempts > 0 ? `, ${said.tried} ${attempts}` : "";
  return `  ${person}: ${words}${tried}${response === undefined ? "" : ` – ${response}`}`;
}

const SAID = {
  da: {
    none: "Ingen beskeder er gået endnu.",
    sent: "sendt",
    suppressed: "ikke sendt",
    failed: "kunne ikke leveres",
    waits: "venter",
    tried: "forsøgt",
  },
  en: {
    none: "No messages have gone yet.",
    sent: "sent",
    suppressed: "not sent",
    failed: "could not be delivered",
    waits: "waits",
    tried: "tried",
  },
};
