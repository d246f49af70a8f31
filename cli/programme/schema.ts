// The shape of a programme file as JSON Schema, for the editor in which one is written.
import type { Given, Output, World } from "../world.ts";

/** The JSON Schema of a programme file, or with --method that of a method, its keys explained in the reader's language. */
export async function run({ language }: World, { options }: Given): Promise<Output> {
  const { jsonSchemaOf } = await import("../../programmes/json-schema.ts");
  const schema = jsonSchemaOf(options["method"] === undefined ? "programme" : "method", language);
  return { json: schema, text: JSON.stringify(schema, null, 2) };
}
