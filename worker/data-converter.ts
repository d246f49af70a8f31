// How everything is written that passes through Temporal: encrypted, failures and their stacks as well.
import type { DataConverter } from "@temporalio/common";
import { payloadCodec } from "../library/payload-codec.ts";
import type { PayloadKey } from "../library/payload-keys.ts";
import { FAILURES } from "./temporal-worker.ts";

/** For clients and workers alike: under the first of the keys, and readable under any of them. */
export const dataConverterOf = (keys: readonly PayloadKey[]): DataConverter => ({
  payloadCodecs: [payloadCodec(keys)],
  failureConverterPath: FAILURES,
});
