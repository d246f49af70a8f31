import { randomBytes } from "node:crypto";
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { expect, test } from "vitest";
import { payloadCodec, UnknownKey } from "../../library/payload-codec.ts";
import { keyFrom, payloadKeys, readKeys } from "../../library/payload-keys.ts";

const [old, fresh] = [
  { id: "2026", key: randomBytes(32) },
  { id: "2027", key: randomBytes(32) },
];
const SAID = { grund: "Kim Holm er syg", tal: [1, 2, null] };
const payload = () => defaultPayloadConverter.toPayload(SAID)!;
const valueOf = (one: Payload | undefined) => defaultPayloadConverter.fromPayload(one!);
const allOf = ({ metadata, data }: Payload) =>
  Buffer.concat([...Object.values(metadata ?? {}), data ?? Buffer.alloc(0)]).toString("latin1");

test("what is encrypted holds nothing of what it was, never twice the same, and is read again", async () => {
  const codec = payloadCodec([fresh]);
  const both = await codec.encode([payload(), payload()]);
  for (const one of both) {
    expect(Buffer.from(one.metadata!["encoding"]!).toString()).toBe("binary/encrypted");
    expect(allOf(one)).not.toMatch(/Kim|grund|json/);
  }
  expect(both[0]!.data).not.toEqual(both[1]!.data);
  expect((await codec.decode(both)).map(valueOf)).toEqual([SAID, SAID]);
  expect(await codec.encode([])).toEqual([]);
});

test("a payload without data, and one of octets, come back as they were", async () => {
  const codec = payloadCodec([fresh]);
  const given = [
    defaultPayloadConverter.toPayload(undefined)!,
    defaultPayloadConverter.toPayload(new Uint8Array([0, 255]))!,
  ];
  const [nothing, octets] = await codec.decode(await codec.encode(given));
  expect(valueOf(nothing)).toBeUndefined();
  expect([...(valueOf(octets) as Uint8Array)]).toEqual([0, 255]);
  // As protobuf brings it, where a workflow ends with nothing.
  const ended = { ...given[0], data: [] as unknown as Uint8Array };
  expect((await codec.decode(await codec.encode([ended]))).map(valueOf)).toEqual([undefined]);
});

test("what was never encrypted is read as it is", async () => {
  expect((await payloadCodec([fresh]).decode([payload()])).map(valueOf)).toEqual([SAID]);
});

test("the first key writes and the others read; without its key nothing is read, and the error names it and what to do", async () => {
  const before = await payloadCodec([old]).encode([payload()]);
  const after = payloadCodec([fresh, old]);
  expect((await after.decode(before)).map(valueOf)).toEqual([SAID]);
  const now = await after.encode([payload()]);
  await expect(payloadCodec([old]).decode(now)).rejects.toThrow(UnknownKey);
  await expect(payloadCodec([old]).decode(now)).rejects.toThrow(/«2027».*FREMDRIFT_KEYS.*2027:base64.*nøglen «2027»/s);
  const derived = await payloadCodec([keyFrom("a former secret of ours")]).encode([payload()]);
  await expect(after.decode(derived)).rejects.toThrow(/«secret-[0-9a-f]{8}».*secret:FREMDRIFT_SECRET-before/);
});

test("one octet that was changed, or another label, and it cannot be read", async () => {
  const codec = payloadCodec([fresh, { ...fresh, id: "other" }]);
  const [one] = await codec.encode([payload()]);
  for (const at of [0, 12, one!.data!.length - 1]) {
    const data = Buffer.from(one!.data!);
    data[at]! ^= 1;
    await expect(codec.decode([{ ...one!, data }])).rejects.toThrow(/authenticate/);
  }
  const metadata = { ...one!.metadata, "encryption-key-id": Buffer.from("other") };
  await expect(codec.decode([{ ...one!, metadata }])).rejects.toThrow(/authenticate/);
});

test("by default the key follows from the secret, which its id does not tell; set keys come before it", () => {
  const own = keyFrom("a secret of tests");
  expect(own).toEqual(keyFrom("a secret of tests"));
  expect(own.id).not.toBe(keyFrom("another secret of tests").id);
  expect(payloadKeys("a secret of tests", undefined)).toEqual([own]);
  const set = `${old.id}:${old.key.toString("base64")}, ${fresh.id}:${fresh.key.toString("base64")}`;
  expect(payloadKeys("a secret of tests", set)).toEqual([old, fresh, own]);
  expect(payloadKeys("a secret of tests", "secret:a former secret of ours")).toEqual([
    keyFrom("a former secret of ours"),
    own,
  ]);
});

test.each([
  "",
  "2026",
  "2026:",
  `2026:${randomBytes(31).toString("base64")}`,
  `nøgle 1:${randomBytes(32).toString("base64")}`,
  `a:${old.key.toString("base64")},a:${fresh.key.toString("base64")}`,
])("no keys: %j", (text) => {
  expect(readKeys(text)).toBeUndefined();
});
