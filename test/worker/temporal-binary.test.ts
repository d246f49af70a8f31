import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { cachePlace, temporalBinary } from "../../worker/temporal-binary.ts";
import { tmpFolder } from "../support/tmp.ts";

const NOWHERE = "http://127.0.0.1:9";
const PROGRAM = `#!/bin/sh\necho "temporal version 1.8.2 (Server 1.31.2, UI 2.0.0)"\n`;

test("a program on the PATH is taken before all else", async () => {
  const { env, bin } = machine();
  program(path.join(bin, "temporal"), PROGRAM);
  const found = await temporalBinary({ log: silent, env, releases: NOWHERE });
  expect(found).toMatchObject({
    from: "PATH",
    path: path.join(bin, "temporal"),
    version: expect.stringContaining("1.31.2"),
  });
});

test("the cache is asked next, and every clone with the same pinned sources has the same one", async () => {
  const { env, file } = await machineWithCache();
  program(file, PROGRAM);
  expect(await temporalBinary({ log: silent, env, releases: NOWHERE })).toMatchObject({ from: "cache", path: file });
  const clone = tmpFolder();
  for (const name of ["go.mod", "go.sum"])
    copyFileSync(path.join(import.meta.dirname, "../../tools/temporal", name), path.join(clone, name));
  expect((await cachePlace(clone, env)).file).toBe(file);
  writeFileSync(path.join(clone, "go.sum"), "other\n");
  expect((await cachePlace(clone, env)).file).not.toBe(file);
});

test("where the internet is there, the released program is fetched into the cache", async () => {
  const { env, file } = await machineWithCache();
  const releases = await offering(archiveWith(PROGRAM));
  expect(await temporalBinary({ log: silent, env, releases })).toMatchObject({ from: "download", path: file });
  expect(readFileSync(file, "utf8")).toBe(PROGRAM);
});

test("where it is not, the program is built: once, although two ask, and whole before it has its name", async () => {
  const { env, file, bin } = await machineWithCache();
  const built = path.join(bin, "built");
  program(
    path.join(bin, "go"),
    fakeGo({
      version: "go1.26.8",
      build: `echo once >> ${built}; sleep 0.2; printf '%s' '${PROGRAM}' > "$out"; chmod +x "$out"`,
    }),
  );
  const lines: string[] = [];
  const two = await Promise.all(
    [1, 2].map(() => temporalBinary({ log: (line) => lines.push(line), env, releases: NOWHERE })),
  );
  expect(two.map(({ from }) => from)).toEqual(["build", "build"]);
  expect(readFileSync(built, "utf8")).toBe("once\n");
  expect(lines[0]).toMatch(/kan ikke hentes .* cannot be downloaded/);
  expect(await temporalBinary({ log: silent, env, releases: NOWHERE })).toMatchObject({ from: "cache", path: file });
});

test("a build that fails says what Go said, and leaves nothing under the program's name", async () => {
  const { env, bin, file } = await machineWithCache();
  program(
    path.join(bin, "go"),
    fakeGo({ version: "go1.27", build: `echo half > "$out"; echo "no space left" >&2; exit 1` }),
  );
  await expect(temporalBinary({ log: silent, env, releases: NOWHERE })).rejects.toMatchObject({
    da: expect.stringMatching(/ikke bygges.*prøv igen/),
    message: expect.stringMatching(/try again[^]*no space left/),
  });
  expect(() => readFileSync(file)).toThrow("ENOENT");
});

test.each([
  ["no Go", undefined, "cannot be built without Go. Install Go 1.26", "uden Go. Installér Go 1.26"],
  ["an old Go", "go1.22.5", "go1.22.5 is too old to build it. Install Go 1.26", "go1.22.5 er for gammel"],
])("with %s the error says what to install", async (_, version, en, da) => {
  const { env, bin } = await machineWithCache();
  if (version) program(path.join(bin, "go"), fakeGo({ version, build: "exit 1" }));
  await expect(temporalBinary({ log: silent, env, releases: NOWHERE })).rejects.toMatchObject({
    da: expect.stringContaining(da),
    message: expect.stringContaining(en),
  });
});

test("a program that does not run is named, with what to do", async () => {
  const { env, file } = await machineWithCache();
  program(file, "#!/bin/sh\nexit 3\n");
  await expect(temporalBinary({ log: silent, env, releases: NOWHERE })).rejects.toMatchObject({
    da: expect.stringMatching(new RegExp(`${file} kører ikke .*Slet filen`, "s")),
    message: expect.stringMatching(new RegExp(`${file} does not run .*Remove that file`, "s")),
  });
});

const silent = () => {};

/** A machine with a shell, a lock and nothing else that matters on its PATH, and an empty cache. */
function machine() {
  const bin = tmpFolder();
  for (const name of ["sh", "flock", "mv", "rm", "sleep", "chmod"]) {
    symlinkSync(execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim(), path.join(bin, name));
  }
  return { bin, env: { PATH: bin, XDG_CACHE_HOME: tmpFolder() } };
}

async function machineWithCache() {
  const { bin, env } = machine();
  const { file } = await cachePlace(undefined, env);
  mkdirSync(path.dirname(file), { recursive: true });
  return { bin, env, file };
}

function program(file: string, text: string): void {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

function fakeGo({ version, build }: { version: string; build: string }): string {
  return `#!/bin/sh\n[ "$1" = env ] && { echo ${version}; exit; }\nwhile [ "$1" != -o ]; do shift; done\nout=$2\n${build}\n`;
}

function archiveWith(text: string): Buffer {
  const folder = tmpFolder();
  program(path.join(folder, "temporal"), text);
  return execFileSync("tar", ["-czf", "-", "-C", folder, "temporal"]);
}

async function offering(body: Buffer): Promise<string> {
  const server = createServer((request, response) => {
    response.statusCode = /^\/v[\d.]+\?platform=linux&arch=\w+$/.test(request.url ?? "") ? 200 : 404;
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
