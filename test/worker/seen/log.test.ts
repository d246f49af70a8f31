// The log for machines, and that what is not wanted is not loaded.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { eventOf, openLog } from "../../../worker/seen/log.ts";
import { ROOT, sources } from "../../guards/files.ts";

const request = { part: "api", route: "/api/networks/:id", method: "GET", status: 200, seconds: 0.01234 } as const;

test("as JSON each line is one object with level, time, part and event, and the trace it was said in", async () => {
  const said: string[] = [];
  const write = (text: string) => void said.push(text);
  const { log, request: tell } = await openLog({ log: "json", logLevel: "debug", write, trace: () => "abc" });
  log("the network a1b2 waits: it did not answer in time");
  log("linje et\nlinje to");
  tell!(request);
  expect(said.every((line) => line.endsWith("\n") && line.trim().split("\n").length === 1)).toBe(true);
  const [waits, said2, asked] = said.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(waits).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    part: "pacer",
    event: "waits",
    network: "a1b2",
    trace: "abc",
    msg: "the network a1b2 waits: it did not answer in time",
  });
  expect(said2).toMatchObject({ level: "info", part: "house", event: "said", msg: "linje et\nlinje to" });
  const { time: _, ...rest } = asked!;
  const { seconds: __, ...about } = request;
  expect(rest).toEqual({ level: "debug", event: "request", ms: 12.3, trace: "abc", ...about });
});

test("in words a line is written as it was said, and requests only where they are asked for", async () => {
  const said: string[] = [];
  const write = (text: string) => void said.push(text);
  const usual = await openLog({ log: "words", logLevel: "info", write });
  usual.log("Postkassen er låst");
  expect(usual.request).toBeUndefined();
  (await openLog({ log: "words", logLevel: "debug", write })).request!(request);
  expect(said).toEqual(["Postkassen er låst\n", "GET /api/networks/:id 200 12.3 ms\n"]);
});

test("less than the level is not logged", async () => {
  const said: string[] = [];
  const { log, request: tell } = await openLog({
    log: "json",
    logLevel: "warn",
    write: (text) => void said.push(text),
  });
  log("the network a1b2 refused openPhase: no");
  log("the network a1b2 waits: no");
  expect(said).toHaveLength(1);
  expect(tell).toBeUndefined();
});

test.each([
  ["temporal warn: Workflow failed, network-a1b2, thrown", "warn temporal sdk a1b2"],
  ["temporal error: no connection", "error temporal sdk"],
  ["Mail a1b2.17.p9 could not be delivered: 550 5.1.1", "warn mail failed a1b2"],
  ["Mail daily.p9.ab could not be delivered: 550", "warn mail failed"],
  ["Mail in 0123456789ab: accepted", "info inbox mail-in"],
  ["A mail (sign-in) could not be sent: 421", "error mail note-failed"],
  ["unexpected: TypeError", "error api unexpected"],
  ["a page broke: TypeError", "error pages unexpected"],
  ["The outbox cannot be read or written, mails wait: x", "error mail outbox-away"],
])("«%s» is %s", (line, about) => {
  const { level, part, event, network } = eventOf(line);
  expect([level, part, event, network].filter((word) => word !== undefined).join(" ")).toBe(about);
});

test("what the parts say of their own is known by what it begins with", () => {
  const literal = /\blog\(\s*`((?:A |Mail|The outbox|the network|unexpected|a page|What |The use)[^`]*)`/g;
  const lines = sources(["api", "web", "mail", "worker"]).flatMap(({ text }) =>
    [...text.matchAll(literal)].map(([, line]) => line!.replaceAll(/\$\{[^}]*\}/g, "x")),
  );
  expect(lines.length).toBeGreaterThan(9);
  expect(lines.filter((line) => eventOf(line).part === "house")).toEqual([]);
});

test("prom-client, pino and OpenTelemetry are loaded where they are wanted, and nowhere else", () => {
  const rooms = ["api", "web", "mail", "worker", "store", "library", "activities", "workflows", "machines", "cli"];
  const loaded = sources(rooms).flatMap(({ file, text }) =>
    [...text.matchAll(/^import (?!type ).*["'](?:prom-client|pino|@opentelemetry\/[\w-]+)["']/gm)].map(() => file),
  );
  expect(loaded).toEqual([]);
  const late = sources(["worker"]).filter(({ text }) => /import\("(?:prom-client|pino|@opentelemetry)/.test(text));
  expect(late.map(({ file }) => path.basename(file)).toSorted()).toEqual(["log.ts", "meters.ts", "traces.ts"]);
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(["prom-client", "pino", "@opentelemetry/api"]));
});
