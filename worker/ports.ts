import { createServer } from "node:net";

/** Below those that systems give to connections which name none: such a port may be taken again before it is used. */
const PORTS = { least: 20_000, count: 12_000 };

/** So many TCP ports on 127.0.0.1 that nobody listens on; all differ. Somebody may take one before it is used. */
export async function freePorts(count: number): Promise<number[]> {
  const free: number[] = [];
  for (let port = PORTS.least + Math.floor(Math.random() * PORTS.count); free.length < count; port += 1)
    if (await isFree(port)) free.push(port);
  return free;
}

/** Whether nobody listens on the port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
  try {
    const server = await listening(port);
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

function listening(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
