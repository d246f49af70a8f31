// What is kept of a server's last words.
import path from "node:path";
import { expect, test } from "vitest";
import { launch } from "../../worker/temporal-process.ts";
import { tmpFolder } from "../support/tmp.ts";

test("of a panic the reason is kept, and not the stack that follows it, however long that is", async () => {
  const panic = `printf 'panic: listen tcp: address already in use\\n\\ngoroutine 1 [running]:\\n'; yes 'main.main()' | head -1000`;
  const logFile = path.join(tmpFolder(), "log");
  const { ended } = launch({ command: "sh", args: ["-c", panic], logFile, env: process.env });
  expect(await ended).toBe("panic: listen tcp: address already in use");
});
