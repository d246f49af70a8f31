// Which files are taken: a short list of types that no browser runs, told by the content and the end of the name, which have to agree.

const ZIPPED: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
};
const TEXTS: Record<string, string> = { txt: "text/plain", md: "text/plain", csv: "text/csv" };

/** How the content of a type begins; the ends its name may have. */
const BEGINNINGS: { type: string; ends: string[]; begins: (head: string) => boolean }[] = [
  { type: "application/pdf", ends: ["pdf"], begins: (head) => head.startsWith("%PDF-") },
  { type: "image/png", ends: ["png"], begins: (head) => head.startsWith("\x89PNG\r\n\x1a\n") },
  { type: "image/jpeg", ends: ["jpg", "jpeg"], begins: (head) => head.startsWith("\xff\xd8\xff") },
  { type: "image/gif", ends: ["gif"], begins: (head) => /^GIF8[79]a/.test(head) },
  { type: "image/webp", ends: ["webp"], begins: (head) => /^RIFF.{4}WEBP/s.test(head) },
];

/** The media type of a file by its content and name; undefined where it is none that is taken, or where the two do not agree. */
export function typeOf(content: Uint8Array, name: string): string | undefined {
  const [, end = ""] = /\.([a-z]+)$/i.exec(name.toLowerCase()) ?? [];
  const head = String.fromCharCode(...content.subarray(0, 16));
  const known = BEGINNINGS.find(({ begins }) => begins(head));
  if (known) return known.ends.includes(end) ? known.type : undefined;
  if (head.startsWith("PK\x03\x04")) return Object.hasOwn(ZIPPED, end) ? ZIPPED[end] : undefined;
  return Object.hasOwn(TEXTS, end) && isText(content) ? TEXTS[end] : undefined;
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** The header that has a program keep the file under its name and open it in no page (RFC 6266). */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
