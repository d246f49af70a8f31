// The way to PGlite for the driver that speaks to servers: what would go over a socket is handed to it, and its answer handed back.
import { Duplex } from "node:stream";
import { callbackify } from "node:util";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { TYPES } from "./parsers.ts";

/** A connected client on an opened database, which has just the one. */
export async function clientOn(database: PGlite): Promise<pg.Client> {
  const client = new pg.Client({
    stream: () => wireTo(database),
    types: TYPES,
    user: "postgres",
    database: "postgres",
  });
  // What breaks fails its query; without a listener it would end the process as well.
  client.on("error", () => {});
  await client.connect();
  return client;
}

type Done = (error?: Error | null) => void;

function wireTo(database: PGlite) {
  const pass = (octets: Uint8Array, done: Done) => {
    const answered = async () => {
      const answer = await database.execProtocolRaw(octets);
      if (answer.length > 0) wire.push(answer);
    };
    callbackify(answered)((error) => done(error));
  };
  const wire = new Duplex({
    read: () => {},
    write: (octets: Buffer, _encoding, done) => pass(octets, done),
    writev: (chunks: { chunk: Buffer }[], done) => pass(Buffer.concat(chunks.map(({ chunk }) => chunk)), done),
  });
  // What the driver asks of a socket.
  return Object.assign(wire, {
    connect: () => {
      queueMicrotask(() => wire.emit("connect"));
    },
    setNoDelay: () => wire,
    setKeepAlive: () => wire,
    ref: () => wire,
    unref: () => wire,
  });
}
