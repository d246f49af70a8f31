// What a worker of these tests carries.
import { instanceOf } from "../../../workflows/instance.ts";
import { orderApart, orderV1 } from "./machines.ts";

export const instance = instanceOf([orderV1, orderApart]);
