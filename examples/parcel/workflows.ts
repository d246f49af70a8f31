// What the worker carries: each machine, in each version that still runs.
import { instanceOf } from "../../workflows/instance.ts";
import { parcelV1 } from "./machine.ts";

export const instance = instanceOf([parcelV1]);
