// A process on a host of its own: in a network namespace, with a cable to this machine that can be pulled. Needs root, as on CI.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server } from "node:net";

export type Host = {
  /** The command that runs a program there. */
  command: [string, ...string[]];
  /** Its address, as seen from here. */
  address: string;
  /** A way from there to a port on 127.0.0.1 here: host:port, as seen from there. */
  wayTo(port: number): Promise<string>;
  /** Pulls the cable: what is sent is lost, and nobody is told. */
  cut(): void;
  mend(): void;
  close(): void;
};

/** Whether this machine lets us make one. */
export const hasCables = (): boolean => {
  const name = `fremdrift-probe-${process.pid}`;
  const isMade = spawnSync("ip", ["netns", "add", name]).status === 0;
  if (isMade) ip("netns", "delete", name);
  return isMade;
};

let made = 0;

/** A new host, one step away. */
export function startHost(): Host {
  made += 1;
  const [name, here, there] = [
    `fremdrift-${process.pid}-${made}`,
    `fd${process.pid % 10_000}h${made}`,
    `fd${process.pid % 10_000}t${made}`,
  ];
  const net = `10.${200 + (process.pid % 50)}.${made}`;
  ip("netns", "add", name);
  ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
  ip("addr", "add", `${net}.1/30`, "dev", here);
  ip("link", "set", here, "up");
  ip("-n", name, "addr", "add", `${net}.2/30`, "dev", there);
  for (const link of ["lo", there]) ip("-n", name, "link", "set", link, "up");
  const ways: Server[] = [];
  return {
    command: ["ip", "netns", "exec", name, process.execPath, "bin/start.mjs"],
    address: `${net}.2`,
    wayTo: async (port) => {
      const way = createServer((from) => {
        const to = connect(port, "127.0.0.1");
        from.pipe(to).pipe(from);
        from.on("error", () => to.destroy());
        to.on("error", () => from.destroy());
      });
      ways.push(way);
      way.listen(0, `${net}.1`);
      await once(way, "listening");
      return `${net}.1:${(way.address() as AddressInfo).port}`;
    },
    cut: () => ip("link", "set", here, "down"),
    mend: () => ip("link", "set", here, "up"),
    close: () => {
      for (const way of ways) way.close();
      ip("netns", "delete", name);
    },
  };
}

function ip(...words: string[]): void {
  const { status, stderr } = spawnSync("ip", words);
  if (status !== 0) throw new Error(`ip ${words.join(" ")}: ${stderr?.toString() ?? "no such program"}`);
}
