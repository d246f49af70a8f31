// A plain proxy, as stands before several processes that answer: by turns, and the next one where one is not there.
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Proxy = {
  url: string;
  /** Who is asked from now on. */
  ask(urls: string[]): void;
  /** Status of every answer that was given, with whether it said when to ask again. */
  answers: { status: number; again: boolean }[];
  close(): Promise<void>;
};

/** Milliseconds until one that says nothing counts as not there. */
const WITHIN = 10_000;

/** Listens on a free port. Where nobody answers it says 503, and when to ask again. */
export async function startProxy(): Promise<Proxy> {
  let [targets, turn]: [string[], number] = [[], 0];
  const answers: Proxy["answers"] = [];
  const server = createServer((asked, answer) => void pass(asked, answer));

  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const order = [...targets.slice(turn % targets.length), ...targets.slice(0, turn % targets.length)];
    turn += 1;
    for (const target of order) if (await forwarded(asked, { target, body, answer })) return;
    note(503, true);
    answer.writeHead(503, { "retry-after": "1", "content-type": "text/plain" }).end("nobody answers");
  };

  const note = (status: number, again: boolean) => void answers.push({ status, again });

  /** False where the target did not begin to answer. */
  const forwarded = (
    { method, url, headers }: IncomingMessage,
    { target, body, answer }: { target: string; body: Buffer; answer: ServerResponse },
  ): Promise<boolean> =>
    new Promise((resolve) => {
      const asking = request(`${target}${url}`, { method, headers: { ...headers, "x-forwarded-for": "192.0.2.1" } });
      const late = setTimeout(() => asking.destroy(new Error("too slow")), WITHIN);
      asking.on("error", () => resolve(answer.headersSent));
      asking.on("close", () => clearTimeout(late));
      asking.on("response", (said) => {
        clearTimeout(late);
        note(said.statusCode!, said.headers["retry-after"] !== undefined);
        answer.writeHead(said.statusCode!, said.headers);
        said.pipe(answer);
        said.on("error", () => answer.destroy());
        answer.on("close", () => asking.destroy());
        resolve(true);
      });
      asking.end(body);
    });

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ask: (urls) => void (targets = urls),
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
