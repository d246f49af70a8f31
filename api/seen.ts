// Where the API is watched from. Whoever runs it hands this in; without it nothing is counted, timed or traced.
import type { MiddlewareHandler } from "hono";
import type { Submit } from "./submit.ts";

export type Seen = {
  /** Around every request. */
  request: MiddlewareHandler;
  /** The same as what it is given, watched. */
  submit(submit: Submit): Submit;
  /** A page began (1) or ceased (-1) to listen to what happens in a network. */
  listening(change: 1 | -1): void;
  /** A mail that had been sent came back. */
  cameBack(): void;
};
