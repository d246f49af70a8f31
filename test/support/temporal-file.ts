// A real Temporal server with its database in a file, and what can be read in that file by whoever has it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client, Connection } from "@temporalio/client";
import { temporalBinary } from "../../worker/temporal-binary.ts";
import { startTemporal } from "../../worker/temporal-server.ts";
import type { Reached } from "./place.ts";

export type FileServer = Reached & {
  /** Those of the words that stand in the database's files, plainly or in base64. */
  found(words: readonly string[]): string[];
  close(): Promise<void>;
};

export async function startFileServer(): Promise<FileServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "fremdrift-file-"));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const settings = { "history.workflowIdReuseMinimalInterval": '"0s"' };
  const server = await startTemporal({ folder, log, binary: await temporalBinary({ log }), settings });
  const connection = await Connection.connect({ address: server.address });
  const files = ["temporal.db", "temporal.db-wal"].map((name) => path.join(folder, name));
  return {
    client: new Client({ connection }),
    address: server.address,
    found: (words) => {
      const octets = Buffer.concat(files.filter(existsSync).map((file) => readFileSync(file)));
      return words.filter((word) => variants(word).some((variant) => octets.includes(variant)));
    },
    close: async () => {
      await connection.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The word itself, as JSON escapes it, and within base64 wherever in three octets it begins. */
function variants(word: string): Buffer[] {
  const octets = Buffer.from(word);
  const escaped = word.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const inBase64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), octets])
      .toString("base64")
      .replace(/=+$/, "");
    // The first and last signs also hold bits of what stands beside it.
    const inner = text.slice(before === 0 ? 0 : before + 1, -1);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [octets, ...[escaped, ...inBase64].map((text) => Buffer.from(text))];
}
