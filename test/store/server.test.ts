// A database server: several processes start at once, and what is wrong with it is said without its password.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "../../store/open.ts";
import { canIssue, issuer } from "../support/certificates.ts";
import { postgresBin, startPostgres, type TestServer } from "../support/postgres.ts";
import { missing } from "./both.ts";
import { givenNetwork, written } from "./given.ts";
import { lastSeq } from "../../store/ledger.ts";

const failure = async (url: string) =>
  await openStore({ url }).then(
    () => undefined,
    (error: unknown) => error as Error & { hint: string },
  );

test("a server that does not answer is named, its password is not", async () => {
  const error = await failure("postgresql://anna:hemmelig@127.0.0.1:9/fremdrift");
  expect(error).toMatchObject({
    code: "unreachable",
    message: expect.stringContaining("127.0.0.1:9/fremdrift") as string,
  });
  expect(JSON.stringify({ ...error, message: error?.message })).not.toContain("hemmelig");
});

test.each(["mysql://localhost/x", "fremdrift", "postgresql://[", ""])(
  "an address that is none is refused: %j",
  async (url) => {
    expect(await failure(url)).toMatchObject({
      code: "bad-url",
      hint: expect.stringContaining("postgresql://") as string,
    });
  },
);

const bin = postgresBin();
if (bin === undefined) describe.skip(missing(), () => test("server", () => {}));
else {
  describe("PostgreSQL", () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startPostgres(bin);
    });
    afterAll(() => server.stop());

    test("processes that start at once on an empty database all come up, and write to one ledger", async () => {
      const url = await server.database();
      const stores = await Promise.all([1, 2, 3, 4, 5].map(() => openStore({ url })));
      const [first] = stores as [(typeof stores)[0], ...typeof stores];
      const network = await givenNetwork(first);
      await Promise.all(stores.flatMap((store) => [1, 2, 3, 4].map(() => written(store, network, [{}, {}]))));
      expect(await lastSeq(first, network)).toMatchObject({ seq: 40 });
      await Promise.all(stores.map((store) => store.close()));
    });

    test("a database that a newer version has used is left alone", async () => {
      const url = await server.database();
      const store = await openStore({ url });
      await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2099')`.execute(store.db);
      await store.close();
      expect(await failure(url)).toMatchObject({
        code: "migration",
        hint: expect.stringContaining("newer") as string,
      });
    });

    test("a database that is not there is named", async () => {
      const url = (await server.database()).replace(/[^/]+$/, "nowhere");
      expect(await failure(url)).toMatchObject({
        code: "unreachable",
        message: expect.stringContaining("/nowhere") as string,
      });
    });

    test.skipIf(!canIssue())(
      "over TLS it is believed by its certificate alone, and reached by no other way",
      async () => {
        const [ours, others] = [issuer(), issuer()];
        const mine = await startPostgres(bin, ours.issue("postgres"));
        onTestFinished(() => mine.stop());
        const url = new URL(await mine.database());
        const by = (search: string) => Object.assign(new URL(url), { search }).href;
        const store = await openStore({ url: by(`?sslmode=verify-full&sslrootcert=${ours.ca}`) });
        const { rows } = await sql<{
          ssl: boolean;
        }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(store.db);
        expect(rows).toEqual([{ ssl: true }]);
        await store.close();
        expect(await failure(by(`?sslmode=verify-full&sslrootcert=${others.ca}`))).toMatchObject({
          code: "unreachable",
        });
        expect(await failure(by("?sslmode=verify-full"))).toMatchObject({ code: "unreachable" });
        expect(await failure(by("?sslmode=disable"))).toMatchObject({ code: "unreachable" });
      },
    );

    test("a connection that the server breaks is replaced; a server that is gone makes ping say so", async () => {
      const mine = await startPostgres(bin);
      onTestFinished(() => mine.stop().catch(() => {}));
      const store = await openStore({ url: await mine.database() });
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(store.db).catch(() => {});
      await vi.waitFor(() => store.ping());
      await mine.stop();
      await expect(store.ping()).rejects.toMatchObject({ code: "unreachable" });
      await store.close();
    });
  });
}
