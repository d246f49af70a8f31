// Triggers over real HTTP. Node's own http with connections kept open: what the one who measures costs is not ours.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true });

export type Answer = { status: number; body: string };

/** One trigger with an idempotency key of its own, until its answer has been read. */
export async function trigger(url: string, token: string, network: string, asked: object): Promise<Answer> {
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  return await ask("POST", `${url}/api/networks/${network}/triggers`, token, JSON.stringify(asked), headers);
}

/** Reads something, as a browser whose cookies are in `headers`. */
export const read = (url: string, headers: Record<string, string>): Promise<Answer> => ask("GET", url, "", "", headers);

/** Opens so many connections, as people who look at a page have one; those there were before may be about to be closed. */
export async function connect(url: string, connections: number): Promise<void> {
  agent.destroy();
  await Promise.all(Array.from({ length: connections }, () => ask("GET", `${url}/healthz`, "")));
}

/** Throws with what was said where a trigger was refused. */
export function demandTaken({ status, body }: Answer): void {
  if (status !== 200) throw new Error(`refused with ${status}: ${body.slice(0, 500)}`);
}

function ask(
  method: string,
  url: string,
  token: string,
  body = "",
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } },
      (response) => {
        const parts: string[] = [];
        response.setEncoding("utf8");
        response.on("data", (part: string) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: parts.join("") }));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
