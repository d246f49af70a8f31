// Run by a test as a process of its own, to be killed: starts a server in the folder named and says its process id.
import { startTemporal } from "../../worker/temporal-server.ts";

const { pid, address } = await startTemporal({ folder: process.argv[2]!, log: () => {} });
console.log(JSON.stringify({ pid, address }));
