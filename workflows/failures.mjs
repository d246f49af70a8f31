// How failures pass through Temporal: what they say and where they come from goes as a payload, which can be encrypted. Loaded by path,
// by workers and clients as by the workflow bundle, so it is JavaScript.
import { DefaultFailureConverter } from "@temporalio/common";

/** Temporal asks for it by this name. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
