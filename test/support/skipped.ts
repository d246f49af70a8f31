// Says at the end what could not be tested here (the test command passes it on), just before vitest's own summary.
import type { Reporter } from "vitest/node";

export default class Skipped implements Reporter {
  onTestRunEnd(): void {
    const skipped = process.env["FREMDRIFT_SKIPPED"];
    if (skipped) process.stdout.write(`\n SKIPPED  ${skipped}\n`);
  }
}
