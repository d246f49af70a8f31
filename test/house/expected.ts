// What `simulate` says the sample network leaves behind, in the shape in which the API shows it.
import { loadProgramme, samplePeople, sampleScript } from "../../library/programmes.ts";
import { entryJson, type EntryJson } from "../../machines/entry-json.ts";
import { readScript } from "../../machines/script.ts";
import { simulate } from "../../machines/simulate.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";

const PROGRAMME = "innovationsnetvaerk";
const LONG = 3 * 365 * 86_400_000;

/** An entry without what differs from one run to the next: when a mail really went, and who made the network. */
export type Compared = Omit<EntryJson, "deliveries" | "by" | "role"> & {
  by?: string;
  role?: string;
  recipients: string[];
};

export function compared({ deliveries = [], ...entry }: EntryJson): Compared {
  const recipients = deliveries.map(({ to }) => to).toSorted();
  const { by, role, ...rest } = entry;
  return entry.kind === "network.created"
    ? { ...rest, recipients }
    : { ...rest, ...(by && { by }), ...(role && { role }), recipients };
}

/** The whole ledger of the sample network that starts on a date, also what is told after its end; and its people as CSV. */
export async function simulated(start: string): Promise<{ ledger: Compared[]; people: string }> {
  const read = await loadProgramme(PROGRAMME, "en");
  const [csv, script] = [await samplePeople(PROGRAMME), await sampleScript(PROGRAMME)];
  if (!("programme" in read) || csv === undefined || script === undefined) throw new Error(`no sample of ${PROGRAMME}`);
  const { programme } = read;
  const plan = planOf(programme, start);
  const parsed = parsePeople(csv, programme.roles);
  if ("problems" in parsed) throw new Error("the sample's people do not hold");
  const { people } = parsed;
  const cues = readScript(JSON.parse(script), plan, people);
  if ("problems" in cues) throw new Error("the sample's script does not hold");
  const { ledger, deliveries } = simulate({
    plan,
    title: "",
    people,
    cues: cues.cues,
    until: Date.parse(start) + LONG,
  });
  const emailOf = (id: string) => people.find((person) => person.id === id)?.email;
  const entries = ledger.map((row) =>
    compared({
      ...entryJson(row, { zone: programme.zone, emailOf }),
      deliveries: deliveries
        .filter(({ seq }) => seq === row.seq)
        .map(({ person }) => ({ to: emailOf(person)!, state: "sent" })),
    }),
  );
  return { ledger: entries, people: csv };
}
