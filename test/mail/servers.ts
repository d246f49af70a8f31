// Real mail servers on this machine for tests, and an outbox in memory.
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import { createTransport } from "../../mail/transport.ts";
import type { Settlement } from "../../mail/delivery.ts";
import type { ClaimedMail, OutboxPort } from "../../mail/sender.ts";
import { meeting, reader } from "./models.ts";

/** A transport that is closed when the test ends. */
export function transportTo(url: string) {
  const transport = createTransport({ url });
  onTestFinished(() => transport.close());
  return transport;
}

/** A mail server that behaves as told; its address. */
export async function smtpServer(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({
    logger: false,
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    closeTimeout: 50,
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

/** An answer with its code, as smtp-server wants it. */
export const answering = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** A folder that is gone after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "fremdrift-mail-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

type Row = ClaimedMail & {
  state: "queued" | "sending" | "sent" | "failed";
  due: number;
  response?: string;
};

/** An outbox in memory with its own clock. */
export function memoryOutbox() {
  const rows = new Map<string, Row>();
  const clock = { now: 0 };
  const settled = ({ id, state, at, response }: Settlement) => {
    const row = rows.get(id)!;
    Object.assign(row, { state, response, attempts: row.attempts + 1, ...(state === "queued" && { due: at }) });
  };
  const free = (row: Row) => (row.state = row.state === "sending" ? "queued" : row.state);
  const port: OutboxPort = {
    async claim(limit) {
      const due = [...rows.values()].filter(({ state, due }) => state === "queued" && due <= clock.now).slice(0, limit);
      for (const row of due) row.state = "sending";
      return due.map((row) => ({ ...row }));
    },
    settle: async (results) => results.forEach(settled),
    putBack: async (ids) => ids.forEach((id) => free(rows.get(id)!)),
    recover: async (held) => [...rows.values()].filter(({ id }) => !held.includes(id)).forEach(free),
    close: async () => {},
  };
  const add = (id: string, email = `${id}@example.org`, more: Partial<ClaimedMail> = {}) =>
    void rows.set(id, {
      id,
      messageId: `${id}@fremdrift.example`,
      model: meeting("meeting-invitation"),
      reader: { ...reader("da"), email },
      attempts: 0,
      state: "queued",
      due: 0,
      ...more,
    });
  const states = () => Object.fromEntries([...rows.values()].map(({ id, state }) => [id, state]));
  return { port, rows, clock, add, states };
}
