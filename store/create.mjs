// Makes a new embedded database in the folder given as the first argument. It runs in a process of its own because
// creation needs 800 MB for a moment, and WebAssembly memory is never given back.
import { PGlite } from "@electric-sql/pglite";

const database = await PGlite.create(process.argv[2]);
await database.close();
