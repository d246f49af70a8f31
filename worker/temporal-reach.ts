import { connect } from "node:net";
import { Connection } from "@temporalio/client";
import type { Text } from "../programmes/types.ts";
import { HouseError } from "./house-error.ts";
import type { Reach } from "./temporal-way.ts";

const WITHIN_MS = 10_000;
const AGAIN_MS = 100;
const CALL_MS = 2_000;

/**
 * Comes back when the Temporal server at `address` (host:port) serves the namespace. Throws a HouseError that names both
 * and says what to do when that takes longer than `withinMs`, or at once when `gaveUp` says that waiting is no use.
 */
export async function reachTemporal({
  address,
  reach = {},
  namespace = "default",
  withinMs = WITHIN_MS,
  gaveUp = () => false,
}: {
  address: string;
  reach?: Reach;
  namespace?: string;
  withinMs?: number;
  gaveUp?: () => boolean;
}): Promise<void> {
  const until = performance.now() + withinMs;
  for (;;) {
    const problem = await ask(address, namespace, reach);
    if (!problem) return;
    if (gaveUp() || performance.now() >= until) throw new HouseError(problem);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

async function ask(address: string, namespace: string, reach: Reach): Promise<Text | undefined> {
  let connection: Connection | undefined;
  const nobody = {
    da: `Ingen Temporal-server svarer på ${address}. Start den dér, eller ret TEMPORAL_ADDRESS, eller fjern den for at få en startet her.`,
    en: `No Temporal server answers at ${address}. Start it there, or correct TEMPORAL_ADDRESS, or leave it unset to have one started here.`,
  };
  if (!(await listens(address))) return nobody;
  try {
    connection = await Connection.connect({ address, ...reach, connectTimeout: CALL_MS });
    await connection.withDeadline(Date.now() + CALL_MS, () =>
      connection!.workflowService.describeNamespace({ namespace }),
    );
    return undefined;
  } catch (error) {
    const why = detailOf(error);
    if (!connection) return reach.tls ? notBelieved(address, why) : nobody;
    return {
      da: `Temporal-serveren på ${address} har ikke navnerummet «${namespace}» (${why}). Opret det dér, eller ret TEMPORAL_NAMESPACE.`,
      en: `The Temporal server at ${address} does not serve the namespace «${namespace}» (${why}). Create it there, or correct TEMPORAL_NAMESPACE.`,
    };
  } finally {
    await connection?.close();
  }
}

/** Somebody listens there, but no TLS came about: they speak none, are not whom they say, or do not know us. */
const notBelieved = (address: string, why: string): Text => ({
  da: `Der kom ingen TLS-forbindelse til Temporal-serveren på ${address} (${why}). Se på TEMPORAL_TLS og de andre TEMPORAL_TLS_…, og på navnet i serverens certifikat.`,
  en: `No TLS connection to the Temporal server at ${address} came about (${why}). Look at TEMPORAL_TLS and the other TEMPORAL_TLS_…, and at the name in the server's certificate.`,
});

// Asked first, because a gRPC channel that was refused once waits a second before it tries again.
function listens(address: string): Promise<boolean> {
  const [, host = "", port = "7233"] = /^(.*?)(?::(\d+))?$/.exec(address) ?? [];
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ""), port: Number(port), timeout: CALL_MS });
    const answer = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.on("connect", () => answer(true));
    socket.on("timeout", () => answer(false));
    socket.on("error", () => answer(false));
  });
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "details" in error && typeof error.details === "string" ? error.details : error.message;
}
