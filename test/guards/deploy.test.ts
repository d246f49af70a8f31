import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { composeProblems, dockerfileProblems, stagesOf } from "./deploy.ts";
import { ROOT } from "./files.ts";

const DOCKERFILE = read("Dockerfile");
const COMPOSE = read("docker-compose.yml");
const STAGES = stagesOf(DOCKERFILE);
const isThere = (file: string) => existsSync(path.join(ROOT, file));

test("the Dockerfile builds from pinned images what is there, and runs it without root", () => {
  expect(dockerfileProblems(DOCKERFILE, isThere)).toEqual([]);
  expect(STAGES).toEqual(expect.arrayContaining(["app", "temporal"]));
});

test("the compose file: pinned images, health checks, only this machine's ports, nothing named that is not there", () => {
  expect(composeProblems(COMPOSE, STAGES)).toEqual([]);
});

test("both build the Temporal server and run on the Node version that the project pins", () => {
  const mod = read("tools/temporal/go.mod");
  const server = /go\.temporal\.io\/server v([\d.]+)/.exec(mod)?.[1];
  expect(COMPOSE).toContain(`fremdrift-temporal:${server}`);
  const [needed, used] = [/^go (1\.\d+)/m.exec(mod)?.[1], /golang:(1\.\d+)/.exec(DOCKERFILE)?.[1]];
  expect(used).toBe(needed);
  expect(DOCKERFILE).toMatch(/node:20\.(19|[2-9]\d)\./);
});

test.each([
  ["FROM node:20.20.2-bookworm-slim", "FROM node:latest", "no pinned version"],
  ["USER node", "USER root", "app runs as root"],
  ["COPY package.json", "COPY pakage.json", "pakage.json, which is not there"],
  ["--from=packages", "--from=package", "package, which is no stage"],
  ["EXPOSE 3000", "EXPOSES 3000", "EXPOSES is no instruction"],
])("a Dockerfile with %s made %s is refused", (before, after, words) => {
  expect(DOCKERFILE).toContain(before);
  expect(dockerfileProblems(DOCKERFILE.replace(before, after), isThere).join()).toContain(words);
});

test.each([
  ["postgres:17.6-bookworm", "postgres:latest", "postgres: the image"],
  ['test: ["CMD", "/mailpit", "readyz"]', "disable: true", "mail: neither a health check"],
  ["restart: on-failure", "restart: always", "temporal-schema: neither"],
  ["target: temporal }", "target: tempral }", "no stage tempral"],
  ['"127.0.0.1:8025:8025"', '"8025:8025"', "mail: port 8025:8025 is open to the network"],
  ["init: true", "network_mode: host", "worker: is on the machine's own network"],
  ["secrets: [postgres_password, fremdrift_secret]", "secrets: [password]", "app: no secret password"],
  ["depends_on: { postgres:", "depends_on: { postgre:", "which is no service"],
  ['volumes: ["postgres:/var', 'volumes: ["postgre:/var', "postgres: no volume"],
  ['  read_only: true\n  tmpfs: ["/tmp", "/data', '  tmpfs: ["/tmp", "/data', "worker: may write its own files"],
])("a compose file with %s made %s is refused", (before, after, words) => {
  expect(COMPOSE).toContain(before);
  expect(composeProblems(COMPOSE.replace(before, after), STAGES).join()).toContain(words);
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}
