import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { demandPlace, serve } from "../../worker/serve.ts";

const hello = () => new Response("hej");
const others = Object.values(networkInterfaces()).flatMap((all = []) =>
  all.filter(({ internal, family }) => !internal && family === "IPv4"),
);

test.each([
  ["127.0.0.1", /^http:\/\/127\.0\.0\.1:\d+$/],
  ["0.0.0.0", /^http:\/\/127\.0\.0\.1:\d+$/],
  ["127.0.0.2", /^http:\/\/127\.0\.0\.2:\d+$/],
])("on %s it tells where this machine reaches it", async (host, url) => {
  const serving = await serve(hello, { host, port: 0 });
  expect(serving.url).toMatch(url);
  expect(await (await fetch(serving.url)).text()).toBe("hej");
  await serving.close();
});

test("other addresses than the one it is given do not answer; 0.0.0.0 is all of them", async () => {
  const [one, all] = [
    await serve(hello, { host: "127.0.0.1", port: 0 }),
    await serve(hello, { host: "0.0.0.0", port: 0 }),
  ];
  for (const address of ["127.0.0.2", ...others.map((other) => other.address)]) {
    const at = ({ url }: { url: string }) => url.replace("127.0.0.1", address);
    await expect(fetch(at(one))).rejects.toThrow("fetch failed");
    expect(await (await fetch(at(all))).text()).toBe("hej");
  }
  await Promise.all([one.close(), all.close()]);
});

test("a place that cannot be had is told in both languages, with the setting to change", async () => {
  const serving = await serve(hello, { host: "127.0.0.1", port: 0 });
  const port = Number(new URL(serving.url).port);
  await expect(demandPlace({ host: "127.0.0.1", port })).rejects.toMatchObject({
    da: expect.stringMatching(/optaget.*PORT=/),
    message: expect.stringMatching(/taken.*PORT=/),
  });
  await serving.close();
  // TEST-NET-1, an address that no machine has.
  await expect(demandPlace({ host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
    da: expect.stringMatching(/har ikke.*HOST/),
    message: expect.stringMatching(/does not have.*HOST/),
  });
});
