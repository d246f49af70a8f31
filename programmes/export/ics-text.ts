// Lines of iCalendar text as RFC 5545 wants them: escaped, at most 75 octets, CRLF.

const LONGEST_OCTETS = 75;

/** Lines as one text, each folded and ended with CRLF. */
export function icsText(lines: string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A value of type TEXT. Line breaks become `\n`; other control characters, which RFC 5545 has no place for, go. */
export function escapedText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, "\\n");
}

/** A content line with a break before every 76th octet, never inside a letter. What follows a break begins with a space. */
export function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LONGEST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}

/** How many octets a letter takes in UTF-8. */
function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
