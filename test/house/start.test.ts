// `npm start` as a newcomer meets it: what it says, what it refuses and how, and how it ends.
import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createCatcher } from "../../mail/catcher.ts";
import { findAnswer, saveAnswers } from "../../store/idempotency.ts";
import { lockHolder } from "../../store/lock.ts";
import { openStore, type Store } from "../../store/open.ts";
import { tmpFolder } from "../support/tmp.ts";
import { clientOf, startStack, temporalOf, until, type Stack } from "./stack.ts";

vi.setConfig({ testTimeout: 150_000 });

const TOKEN_TOLD = /shown only now\): (fd_\S+)/g;
const stacks: Stack[] = [];
const start = (...args: Parameters<typeof startStack>) => {
  const stack = startStack(...args);
  stacks.push(stack);
  return stack;
};
afterEach(() => {
  for (const stack of stacks.splice(0)) stack.wipe();
});

test("a first start tells the token once; another copy is refused; a second start goes on and tells no token", async () => {
  const folder = path.join(tmpFolder(), "data");
  const first = start({ folder, command: ["npm", "start"] });
  const url = await first.ready;

  const told = [...first.out().matchAll(TOKEN_TOLD)].map(([, token]) => token);
  const client = clientOf(folder, url);
  expect(told).toHaveLength(1);
  expect(statSync(path.join(folder, "admin-token")).mode & 0o777).toBe(0o600);
  const [demo] = await client.networks();
  expect(demo).toMatchObject({ clock: "scaled:1", ended: false });
  for (const place of ["healthz", "readyz"]) expect((await fetch(`${url}/${place}`)).status).toBe(200);
  expect((await fetch(`${url}/api/networks`)).status).toBe(401);

  const other = start({ folder });
  expect(await refusalOf(other)).toMatch(new RegExp(`${folder}.* process \\d+.*FREMDRIFT_DATA`, "s"));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const port = new URL(url).port;
  const beside = start({ folder: tmpFolder(), env: { PORT: port } });
  expect(await refusalOf(beside)).toMatch(new RegExp(`${port}.*PORT=`, "s"));

  first.kill("SIGKILL");
  await until("all that npm started has ended", async () => !(await isAnyLeft(folder)) || undefined);

  const old = { scope: "p1", key: "old", bodyHash: "h", status: 200, response: {}, createdAt: 0 };
  await inStore(folder, (store) => saveAnswers(store, [old]));
  const second = start({ folder, env: { MAIL_FROM: "Netværk <net@example.org>" } });
  const again = clientOf(folder, await second.ready);
  expect(second.out()).not.toContain(told[0]);
  const [before] = [demo!.seq, await again.networks()];
  await until("the demo goes on", async () => (await again.network(demo!.id)).seq > before || undefined);
  const caught = () => createCatcher({ folder: path.join(folder, "mail") }).listMails();
  await until("mails leave in the new sender's name", async () =>
    (await caught()).find(({ from }) => from === '"Netværk" <net@example.org>'),
  );
  second.kill("SIGINT");
  expect(await second.ended).toEqual({ code: 0, signal: null });
  expect(await inStore(folder, (store) => findAnswer(store, old.scope, old.key))).toBeUndefined();
  expect(await isAnyLeft(folder)).toBe(false);
});

describe("what is wrong with the surroundings is said by name, with the next step", () => {
  const nobody = "127.0.0.1:1";
  const WRONG = { PORT: "abc", TEMPORAL_ADDRESS: "http://nowhere", SMTP_URL: "nowhere" };

  test.each([
    [
      "settings that are none",
      WRONG,
      /PORT er .*TEMPORAL_ADDRESS er .*SMTP_URL er .*PORT is .*65535.*TEMPORAL_ADDRESS is .*7233.*SMTP_URL is .*smtp:/s,
    ],
    [
      "a Temporal server that is not there",
      { TEMPORAL_ADDRESS: nobody },
      /ret TEMPORAL_ADDRESS.*127\.0\.0\.1:1.*correct TEMPORAL_ADDRESS/s,
    ],
    [
      "a database that is not there",
      { DATABASE_URL: `postgres://someone:hidden@${nobody}/none` },
      /127\.0\.0\.1.*DATABASE_URL/s,
    ],
  ])("%s", async (_, env, words) => {
    const stack = start({ folder: tmpFolder(), env });
    const said = await refusalOf(stack);
    expect(said).toMatch(words);
    expect(said).not.toContain("hidden");
  });

  test("a file where the data folder should be", async () => {
    const folder = path.join(tmpFolder(), "data");
    writeFileSync(folder, "");
    expect(await refusalOf(start({ folder }))).toMatch(inBothLanguages(folder));
  });

  test("a data folder that may not be written", async () => {
    const folder = shutFolder();
    expect(await refusalOf(start({ folder }))).toMatch(inBothLanguages(folder));
  });
});

test("a start that is interrupted ends at once and leaves nothing running", async () => {
  const folder = path.join(tmpFolder(), "data");
  const stack = start({ folder });
  await until("Temporal has been started", async () => temporalOf(folder)[0], 5);
  stack.kill("SIGTERM");
  expect(await stack.ended).toEqual({ code: 0, signal: null });
  expect(stack.err()).not.toMatch(/^\s+at /m);
  await until("nothing is left", async () => !(await isAnyLeft(folder)) || undefined);
});

/** The words of a start that was refused as it should be: exit code 1, no stack trace, nothing said to be ready. */
async function refusalOf(stack: Stack): Promise<string> {
  expect(await stack.ended).toEqual({ code: 1, signal: null });
  expect(stack.out()).toBe("");
  expect(stack.err()).not.toMatch(/^\s+at /m);
  return stack.err();
}

const inBothLanguages = (folder: string) =>
  new RegExp(`Datamappen ${folder} .*data folder ${folder} .*FREMDRIFT_DATA`, "s");

async function isAnyLeft(folder: string): Promise<boolean> {
  return temporalOf(folder).length > 0 || (await lockHolder(folder)) !== undefined;
}

/** A folder that this user cannot write. The superuser can write everywhere but where the kernel keeps its own. */
function shutFolder(): string {
  if (process.getuid?.() === 0) return "/sys/fremdrift";
  const folder = path.join(tmpFolder(), "data");
  mkdirSync(folder);
  chmodSync(folder, 0o555);
  return folder;
}

async function inStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ folder });
  return await work(store).finally(() => store.close());
}
