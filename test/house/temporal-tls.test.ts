// A house whose Temporal is reached over TLS, by a certificate of its own: a proxy ends the TLS before a real server.
import { readFileSync } from "node:fs";
import { connect, type AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClient } from "../../api/client.ts";
import { samplePeople } from "../../library/programmes.ts";
import { readSettings } from "../../library/settings.ts";
import { openHouse } from "../../worker/house.ts";
import { wordsOf } from "../../worker/house-error.ts";
import { quietTemporal } from "../../worker/temporal-worker.ts";
import { reachOf } from "../../worker/temporal-way.ts";
import { canIssue, issuer, readCertificate, type Certificate, type Issuer } from "../support/certificates.ts";
import { testEnvironment } from "../support/temporal.ts";
import { tmpFolder } from "../support/tmp.ts";

/** Lets in who has a certificate of the issuer's; its address. */
async function proxyBefore(address: string, { ca, issue }: Issuer): Promise<string> {
  const port = Number(address.split(":").at(-1));
  const options = { ...readCertificate(issue("temporal")), ca: readFileSync(ca), requestCert: true };
  const server = createServer({ ...options, rejectUnauthorized: true, ALPNProtocols: ["h2"] }, (socket) => {
    const behind = connect(port, "127.0.0.1");
    socket.pipe(behind).pipe(socket);
    for (const end of [socket, behind]) end.on("error", () => (socket.destroy(), behind.destroy()));
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `localhost:${(server.address() as AddressInfo).port}`;
}

function settingsOf(address: string, ca: string, own?: Certificate) {
  const read = readSettings({
    FREMDRIFT_DATA: tmpFolder(),
    PORT: "0",
    TEMPORAL_ADDRESS: address,
    TEMPORAL_TLS_CA: ca,
    ...(own && { TEMPORAL_TLS_CERT: own.cert, TEMPORAL_TLS_KEY: own.key }),
  });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

describe.skipIf(!canIssue())("a Temporal server that demands a certificate", { timeout: 120_000 }, () => {
  test("serves a house that has one; one without, or that does not know the server's issuer, is told what to look at", async () => {
    quietTemporal(() => {});
    const ours = issuer();
    const address = await proxyBefore((await testEnvironment()).address, ours);
    const house = await openHouse(settingsOf(address, ours.ca, ours.issue("fremdrift")), () => {});
    try {
      const client = createClient(house);
      const { id } = await client.createNetwork(
        {
          programme: "innovationsnetvaerk",
          start: "2027-02-01",
          clock: "stepped",
          people: (await samplePeople("innovationsnetvaerk"))!,
        },
        "one",
      );
      await expect
        .poll(async () => (await client.ledger(id)).map(({ kind }) => kind), { timeout: 30_000 })
        .toContain("network.created");
    } finally {
      await house.stop();
    }
    const refusal = async (...args: Parameters<typeof settingsOf>) =>
      wordsOf(await openHouse(settingsOf(...args), () => {}).catch((error: unknown) => error));
    const words = /TLS-forbindelse.*TEMPORAL_TLS.*TLS connection.*TEMPORAL_TLS/s;
    expect(await refusal(address, ours.ca)).toMatch(words);
    const others = issuer();
    expect(await refusal(address, others.ca, ours.issue("fremdrift"))).toMatch(words);
    expect(await refusal(address, ours.ca, others.issue("fremdrift"))).toMatch(words);
  });

  test("is reached by a key too; a file that cannot be read is named with its setting", async () => {
    expect(await reachOf({})).toEqual({});
    expect(await reachOf({ temporalTls: {}, temporalApiKey: "k" })).toEqual({ tls: {}, apiKey: "k" });
    await expect(reachOf({ temporalTls: { cert: "/none.pem", key: "/none.key" } })).rejects.toThrow(
      /TEMPORAL_TLS_(CERT|KEY) cannot be read.*\/none/,
    );
  });
});
