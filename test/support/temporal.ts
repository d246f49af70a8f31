// A real Temporal server for the tests of one file, in memory, started when first asked for and ended after the file.
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { afterAll } from "vitest";
import { temporalBinary } from "../../worker/temporal-binary.ts";

let environment: Promise<TestWorkflowEnvironment> | undefined;

/** The file's server, with a client. Runs may continue as new at once: by default the server makes them wait a second. */
export function testEnvironment(): Promise<TestWorkflowEnvironment> {
  environment ??= start();
  return environment;
}

afterAll(async () => {
  const started = await environment;
  environment = undefined;
  await started?.teardown();
});

async function start(): Promise<TestWorkflowEnvironment> {
  const { path } = await temporalBinary({ log: (line) => process.stderr.write(`${line}\n`) });
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: "existing-path", path },
      extraArgs: ["--dynamic-config-value", `history.workflowIdReuseMinimalInterval="0s"`],
    },
  });
}
