// Networks moved to another version of their machine, or asked what would become of them: each whole or not at all.
import { isGrpcServiceError, QueryNotRegisteredError } from "@temporalio/client";
import { WorkflowNotFoundError } from "@temporalio/common";
import type { Change, Migration } from "../machines/engine/migrate.ts";
import { getNetwork, machinesOf } from "../store/networks.ts";
import {
  MIGRATE,
  MIGRATION,
  workflowIdOf,
  type MachineName,
  type Migrated,
  type Migrating,
  type MigrationAnswer,
} from "../workflows/messages.ts";
import { atOnce } from "./at-once.ts";
import type { MigratedJson } from "./machine-shapes.ts";
import { changeJson, notAnswered, notCarried, notKnown, notMoved, type Hindrance } from "./machine-words.ts";
import type { Parts } from "./parts.ts";
import { projected } from "./projection.ts";
import { Declined, Ended, Unanswered, update } from "./update.ts";
import type { Language } from "./words.ts";

/** A network with what it runs; absent where it has not begun. */
export type Runs = { id: string; machine?: string; ended: boolean };

export type Asked = Migrating & { dryRun: boolean; language: Language; carried: readonly MachineName[] };

/** Networks that are asked at once. */
const AT_ONCE = 10;

/** What became of each network, or would, in the order given. */
export async function migrateAll(parts: Parts, networks: Runs[], asked: Asked): Promise<MigratedJson[]> {
  return await atOnce(AT_ONCE, networks, (network) => migrateOne(parts, network, asked));
}

type Came = { status: MigratedJson["status"]; changes?: Change[]; problems?: MigratedJson["problems"] };

async function migrateOne(parts: Parts, network: Runs, asked: Asked): Promise<MigratedJson> {
  const { id, machine } = network;
  const came = await comesOf(parts, network, asked);
  const { status, changes = [], problems = [] } = came;
  const { programme } = (await getNetwork(parts.store, id))!.plan;
  return {
    id,
    ...(machine !== undefined && { from: machine }),
    status,
    changes: changes.map((change) => changeJson(change, programme, asked.language)),
    problems,
  };
}

async function comesOf(parts: Parts, { id, machine, ended }: Runs, asked: Asked): Promise<Came> {
  const { to, dryRun, language, carried } = asked;
  if (ended) return { status: "ended" };
  if (machine === to) return { status: "current" };
  if (machine !== undefined && !(carried as readonly string[]).includes(machine))
    return cannot(notCarried(machine), language);
  try {
    return await (dryRun ? wouldBe(parts, id, asked) : moved(parts, id, asked));
  } catch (error) {
    if (error instanceof Ended) return { status: "ended" };
    if (error instanceof WorkflowNotFoundError) return cannot(notKnown(), language);
    const isLate = error instanceof Unanswered || isGrpcServiceError(error);
    if (!isLate) throw error;
    return { ...cannot(notAnswered(id), language), status: "unanswered" };
  }
}

async function wouldBe({ temporal, answerWithin }: Parts, id: string, { to, key, by, language }: Asked): Promise<Came> {
  try {
    const { changes, problems, refused } = await temporal.withDeadline(Date.now() + answerWithin, () =>
      temporal.workflow.getHandle(workflowIdOf(id)).query<MigrationAnswer, [Migrating]>(MIGRATION, { to, key, by }),
    );
    if (refused !== undefined) return cannot(notMoved(refused, to), language);
    return problems.length > 0 ? { status: "cannot", changes, problems } : { status: "can", changes };
  } catch (error) {
    // Whatever a query throws comes as this.
    if (error instanceof QueryNotRegisteredError) return cannot(notMoved(error.message, to), language);
    throw error;
  }
}

async function moved(parts: Parts, id: string, { to, key, by, language }: Asked): Promise<Came> {
  const { temporal: client, answerWithin } = parts;
  const workflowId = workflowIdOf(id);
  try {
    const arg: Migrating = { to, key, by };
    const { changes } = await update<Migrated>({ client, workflowId, name: MIGRATE, updateId: key, arg, answerWithin });
    // Where its ledger takes long to say so, it is moved all the same.
    await projected(parts, async () => (await machinesOf(parts.store, [id]))[0]?.machine === to);
    return { status: "migrated", changes };
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    const [migration] = error.details as [Migration?];
    if (!migration) return cannot(notMoved(error.message, to), language);
    return { status: "cannot", changes: migration.changes, problems: migration.problems };
  }
}

const cannot = ({ path, problem, instead }: Hindrance, language: Language): Came => ({
  status: "cannot",
  problems: [{ path, problem: problem[language], instead: instead[language] }],
});
