// The command as people run it: a process of its own.
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { tmpFolder } from "../support/tmp.ts";

const run = (args: string[]) => {
  const env = { ...process.env, FREMDRIFT_DATA: tmpFolder() };
  return spawnSync(process.execPath, ["bin/fremdrift.mjs", ...args], { encoding: "utf8", env });
};

describe("npx fremdrift", () => {
  it("gives one JSON document on standard output and nothing else", () => {
    const { status, stdout, stderr } = run([
      "simulate",
      "innovationsnetvaerk",
      "--start",
      "2027-02-01",
      "--script",
      "sample",
      "--json",
    ]);
    expect([status, stderr]).toEqual([0, ""]);
    expect((JSON.parse(stdout) as { state: { ended: boolean } }).state.ended).toBe(true);
  });

  it("exits 1 where it is refused and 2 where it is written wrongly, never with a stack trace", () => {
    const [refused, wrong] = [run(["network", "list"]), run(["network", "lst"])];
    expect([refused.status, wrong.status]).toEqual([1, 2]);
    expect(refused.stderr + wrong.stderr).not.toMatch(/^\s+at /m);
  });

  it("ends quietly where nobody reads, with its own exit code", () => {
    const pipe = (command: string) =>
      spawnSync("bash", ["-c", `"${process.execPath}" bin/fremdrift.mjs ${command} | true; exit "$PIPESTATUS"`], {
        encoding: "utf8",
      });
    const [fine, failing] = [pipe("programme list"), pipe("programme lint nowhere.yaml")];
    expect([fine.status, fine.stderr, failing.status, failing.stderr]).toEqual([0, "", 1, ""]);
  });
});
