// A queue's worker as its users run it, in a process of its own. Run as: node chaos-queue-worker.ts DATABASE-URL SMTP-URL.
import { run } from "graphile-worker";
import { createTransport } from "../mail/transport.ts";

const [connectionString = "", url = ""] = process.argv.slice(2);
const transport = createTransport({ url });
const paragraph = "Mødet er flyttet. ".repeat(40);

const runner = await run({
  connectionString,
  concurrency: 5,
  noHandleSignals: false,
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
process.stdout.write("up\n");
// When it has ended by itself, for whatever reason, its service manager is to start it again.
await runner.promise.catch(() => {});
process.exit(1);
