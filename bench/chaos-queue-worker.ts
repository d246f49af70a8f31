// A queue's worker as its users run it, in a process of its own. Run as: node chaos-queue-worker.ts DATABASE-URL SMTP-URL [careful].
import { makeWorkerUtils, run } from "graphile-worker";
import { createTransport } from "../mail/transport.ts";

const [connectionString = "", url = "", care] = process.argv.slice(2);
const careful = care === "careful";
const transport = createTransport({ url });
const paragraph = "Mødet er flyttet. ".repeat(40);

if (careful) await unlockAll();
const runner = await run({
  connectionString,
  concurrency: 5,
  taskList: {
    mail: async (payload) => {
      const { n, round } = payload as { n: number; round: number };
      const result = await transport.sendMail({
        messageId: `queue.${round}.${n}@example.org`,
        from: "fremdrift@example.org",
        to: { name: "Medlem", email: `member-${n}@example.org` },
        subject: "Møde",
        text: paragraph,
        html: `<p>${paragraph}</p>`,
        list: { id: "n", title: "N" },
      });
      if (!result.ok) throw new Error(result.response);
    },
  },
});
// A pool whose workers have all died says nothing of it before 0.17, and its process lives on.
if (careful) runner.events.on("worker:stop", ({ error }) => void (error && process.exit(1)));
process.stdout.write("up\n");
// Its readme: await the promise, which says that the runner has ended. Then the service manager is to start it again.
await runner.promise.catch(() => {});
process.exit(1);

/** Unlocks what dead workers hold: this process is the only one, so whoever held anything has ended. */
async function unlockAll(): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString });
  const { rows } = await utils.withPgClient((client) =>
    client.query<{ by: string }>(
      "select distinct locked_by as by from graphile_worker.jobs where locked_by is not null",
    ),
  );
  await utils.forceUnlockWorkers(rows.map(({ by }) => by));
  await utils.release();
}
