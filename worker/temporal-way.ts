// The way to a Temporal server that somebody runs: over TLS, by certificate or by key, as the settings say.
import { readFile } from "node:fs/promises";
import type { NativeConnectionOptions } from "@temporalio/worker";
import type { TemporalSettings } from "../library/settings-temporal.ts";
import { HouseError } from "./house-error.ts";

/** What connections take beside the address. */
export type Reach = Pick<NativeConnectionOptions, "tls" | "apiKey">;

/** Reads the files that the settings name. Throws a HouseError that names the setting and the file where that cannot be. */
export async function reachOf({ temporalTls: tls, temporalApiKey: apiKey }: TemporalSettings): Promise<Reach> {
  if (!tls) return {};
  const [ca, crt, key] = await Promise.all([
    readIn("TEMPORAL_TLS_CA", tls.ca),
    readIn("TEMPORAL_TLS_CERT", tls.cert),
    readIn("TEMPORAL_TLS_KEY", tls.key),
  ]);
  return {
    tls: { ...(ca && { serverRootCACertificate: ca }), ...(crt && key && { clientCertPair: { crt, key } }) },
    ...(apiKey !== undefined && { apiKey }),
  };
}

async function readIn(name: string, file: string | undefined): Promise<Buffer | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    const why = (error as Error).message;
    throw new HouseError(
      {
        da: `${name} kan ikke læses (${why}). Skriv stien til en PEM-fil, som processen må læse.`,
        en: `${name} cannot be read (${why}). Write the path of a PEM file that the process may read.`,
      },
      error,
    );
  }
}
