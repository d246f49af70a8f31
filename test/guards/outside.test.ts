// What asks anything over the network: a short list of places, each of which goes where settings say and nowhere else.
import { expect, test } from "vitest";
import { sources } from "./files.ts";

/** Files that can reach out, and what says where to. */
const REACHES: Record<string, string> = {
  "library/identity.ts": "the issuer that is set",
  "mail/inbox.ts": "the mailbox that is set",
  "mail/transport.ts": "the mail server that is set",
  "store/lock.ts": "this machine",
  "store/parsers.ts": "nowhere: it reads what the driver brings",
  "store/server.ts": "the database that is set",
  "store/wire.ts": "this process",
  "worker/ground.ts": "the Temporal server that is set",
  "worker/seen/page.ts": "this machine",
  "worker/seen/traces.ts": "the collector that is set",
  "worker/temporal-binary.ts": "where the Temporal server's program is fetched from, or where settings say",
  "worker/temporal-reach.ts": "the Temporal server that is set",
  "worker/temporal-worker.ts": "the Temporal server that is set",
};

const ROOMS = ["programmes", "machines", "workflows", "activities", "store", "mail", "api", "web", "library", "worker"];
const REACHING = [
  /(?<![.\w])fetch\(\s*(?:["'`]|[a-z]+\s*[,)])/,
  /import \{[^}]*\b(?:connect|request|get|lookup|createConnection)\b[^}]*\} from "node:(?:net|tls|https?|dns)/,
  /import \{[^}]*(?<!type )\b(?:Native)?Connection\b[^}]*\} from "@temporalio/,
  /from "(?:imapflow|nodemailer|openid-client|pg|undici|axios)"/,
  /"@opentelemetry\/exporter/,
];

const reaching = (files: { file: string; text: string }[]) =>
  files.filter(({ text }) => REACHING.some((pattern) => pattern.test(text))).map(({ file }) => file);

test("only what settings name is asked over the network", () => {
  expect(reaching(sources(ROOMS)).toSorted()).toEqual(Object.keys(REACHES).toSorted());
  const planted = [
    "const page = await fetch(link);",
    "await fetch(`https://${host}/`);",
    'import { connect } from "node:tls";',
    'import { request } from "node:https";',
    'import { Client, Connection } from "@temporalio/client";',
  ];
  expect(reaching(planted.map((text) => ({ file: text, text })))).toEqual(planted);
});
