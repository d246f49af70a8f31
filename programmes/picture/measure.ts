// How wide a text stands, without a browser: each sign as wide as the widest of the common system fonts draws it.

export type Font = { size: number; bold?: boolean };

/** Thousandths of the size, by the signs that are so wide. Measured in DejaVu Sans and Liberation Sans, the wider of the two. */
const REGULAR: Record<number, string> = {
  280: "'ijl",
  320: " ,.I’·",
  360: "/:;\\f|",
  400: "()-[]t",
  440: "!r",
  480: '"',
  520: "*J`“”",
  560: "?L_csz–§",
  600: "kvxy•",
  640: "0123456789$FTabdeghnopqu{}øåéüöä«»",
  680: "EKPSYÉ",
  720: "ABVXZÅÄ",
  760: "CHNRUÜ",
  800: "&DGOQØÖ",
  840: "#+<=>^w~≤≥×",
  880: "M",
};
const BOLD: Record<number, string> = {
  320: "'",
  360: " ijl",
  400: ",./:;I\\|’·",
  440: "-f",
  480: "!()[]t",
  520: "`r",
  560: '"*J_–§',
  600: "csz",
  640: "?L•",
  680: "aekvxyåéä«»“”",
  720: "0123456789$EFTbdghnopqu{}øÉüö",
  760: "CPSYZ",
  800: "ABKRVXÅÄ",
  840: "#+<=>DGHNU^~Ü≤≥×",
  880: "&OQØÖ",
  960: "w",
};
/** Any other sign: as wide as the widest letters. */
const OTHER = 1120;

const table = (widths: Record<number, string>): Map<string, number> =>
  new Map(
    Object.entries(widths).flatMap(([width, signs]) => Array.from(signs, (sign) => [sign, Number(width)] as const)),
  );
const TABLES = { regular: table(REGULAR), bold: table(BOLD) };

/** Pixels that a line needs at most. */
export function widthOf(text: string, { size, bold = false }: Font): number {
  const widths = bold ? TABLES.bold : TABLES.regular;
  return Array.from(text).reduce((sum, sign) => sum + (widths.get(sign) ?? OTHER), 0) * (size / 1000);
}

/** The text in lines that are no wider than that; a word that is too long itself is divided. At least one line. */
export function wrap(text: string, width: number, font: Font): string[] {
  const fits = (line: string) => widthOf(line, font) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = divided(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** A word in pieces that fit, each but the last with a hyphen; a piece has at least one sign. */
function divided(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let rest = Array.from(word);
  while (rest.length > 1 && !fits(rest.join(""))) {
    let length = rest.length - 1;
    while (length > 1 && !fits(hyphened(rest.slice(0, length).join("")))) length--;
    pieces.push(hyphened(rest.slice(0, length).join("")));
    rest = rest.slice(length);
  }
  return [...pieces, rest.join("")];
}

const hyphened = (piece: string): string => (/[-/–]$/.test(piece) ? piece : `${piece}-`);
