// What a backup holds, in words.
import type { Manifest } from "../library/backup-file.ts";
import { table } from "./layout.ts";
import type { Language } from "./world.ts";

/** Bytes as megabytes with one decimal. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** When it was made and by what, and a line for each part. */
export function partsText({ made, versions, parts }: Manifest, language: Language): string[] {
  const rows = parts.map(({ name, files, bytes, sha256 }) => [
    name,
    String(files),
    megabytes(bytes),
    sha256.slice(0, 12),
  ]);
  return [`${MADE[language]} ${made}, Fremdrift ${versions.fremdrift}`, table(rows, HEAD[language])];
}

const MADE = { da: "Taget", en: "Made" };
const HEAD = { da: ["Del", "Filer", "MB", "SHA-256"], en: ["Part", "Files", "MB", "SHA-256"] };
