// A mail server that takes everything, for who measures: a process of its own, so that it outlives whoever is killed. It writes
// `MILLISECONDS MESSAGE-ID` on a line of a file for each mail, before it says that it has taken it.
// Run as: node sink.ts FILE PORT. Says its port on standard output.
import { openSync, writeSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";

const [file = "", port = "0"] = process.argv.slice(2);
const out = openSync(file, "a");

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on("error", () => {});
  socket.write("220 sink ready\r\n");
  converse(socket);
});
server.listen(Number(port), "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});

/** Answers line by line; after DATA it waits for the line that is a dot alone. */
function converse(socket: Socket): void {
  let waiting = "";
  let inData = false;
  socket.setEncoding("latin1").on("data", (text: string) => {
    waiting += text;
    for (;;) {
      const end = waiting.indexOf(inData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const said = waiting.slice(0, end);
      waiting = waiting.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        socket.write(taken(said));
        continue;
      }
      const verb = said.slice(0, 4).toUpperCase();
      inData = verb === "DATA";
      socket.write(ANSWERS[verb] ?? "250 OK\r\n");
      if (verb === "QUIT") socket.end();
    }
  });
}

const ANSWERS: Record<string, string> = {
  EHLO: "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
  DATA: "354 go on\r\n",
  QUIT: "221 bye\r\n",
};

function taken(mail: string): string {
  const id = /^message-id:\s*<([^>]*)>/im.exec(mail)?.[1] ?? "";
  writeSync(out, `${Date.now()} ${id}\n`);
  return "250 OK taken\r\n";
}
