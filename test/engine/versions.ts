// Two versions of a machine, in few words, for the tests of a migration.
import { setup } from "xstate";
import { migrate, type Migration, type Migrations } from "../../machines/engine/migrate.ts";
import { init, step } from "../../machines/engine/step.ts";
import { ROOT, type Machines, type State } from "../../machines/engine/types.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

export const machine = (config: Loose, actors: Loose = {}, more: Loose = {}): Loose =>
  setup({ actors, actions: { act: () => {} }, ...more } as never).createMachine({ id: "m", ...config } as never);
export const tree = (root: Loose, children: Loose = {}) => ({ [ROOT]: root, ...children }) as Machines;
export const stored = (state: State): State => JSON.parse(JSON.stringify(state));
export const snap = (state: State, key: string = ROOT): Loose => state.actors[key]!.snap;
/** The state of the root after these events, each with its instant. */
export const after = (machines: Machines, ...events: [string, number][]): State =>
  events.reduce(
    (state, [type, now]) => step(machines, state, ROOT, { type }, now).state,
    init(machines, null, 0).state,
  );
/** From version 1 to 2. */
export const toNext = (old: Machines, machines: Machines, state: State, migration?: Migrations[number]): Migration =>
  migrate(
    { machines, version: 2, ...(migration && { migrations: { 1: migration } }) },
    { version: 1, machines: old },
    state,
  );
export const said = ({ problems }: Migration) => problems.map(({ path, problem }) => `${path}: ${problem}`);
export const due = ({ timers }: State) => timers.map(({ id, dueAt }) => [id, dueAt]);
