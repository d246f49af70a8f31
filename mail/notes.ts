// Letters outside any network, from what they are about to subject, text and HTML.
import type { Note } from "../machines/note.ts";
import { FRAME } from "./catalogue.ts";
import { htmlOf, textOf, type Letter } from "./letter.ts";
import { NOTES } from "./note-words.ts";
import type { Rendered } from "./render.ts";

/** The letter of a note in its reader's language. */
export function renderNote(note: Note): Rendered {
  const { name, language } = note.to;
  const { subject, paragraphs, link, footer } = NOTES[language](note);
  const letter: Letter = {
    language,
    subject,
    hello: FRAME[language].hello(name.replaceAll(/\s+/g, " ").trim()),
    title: subject,
    paragraphs,
    rows: [],
    actions: [],
    link: { words: link, href: note.url },
    footer,
  };
  return { subject, text: textOf(letter), html: htmlOf(letter) };
}
