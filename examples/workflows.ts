// What the worker of `play.ts` carries. Of the examples' files it uses the machines alone.
import { instanceOf } from "../workflows/instance.ts";
import { nightly } from "./nightly.ts";
import { order } from "./order.ts";
import { vote } from "./vote.ts";

export const instance = instanceOf([order.machine, nightly.machine, vote.machine]);
