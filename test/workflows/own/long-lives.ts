// What a worker of the tests of long lives carries.
import { instanceOf } from "../../../workflows/instance.ts";
import { shipV1 } from "./voyage.ts";

export const instance = instanceOf([shipV1]);
