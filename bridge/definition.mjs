// A machine as XState 5 has it, said as XState 4 understands it: guards are called conditions there. Pure.

/**
 * @typedef {null | boolean | number | string | Json[] | { [key: string]: Json }} Json
 */

/** What XState 4 knows of a state. What it does not know is left out. */
const OF_STATE = ["id", "type", "initial", "history", "target", "description", "tags", "entry", "exit"];

/**
 * A definition for XState 4's `createMachine`, which is never run: actions and guards stand in it by name.
 * @param {{ [key: string]: Json }} config a machine's or a state's config of XState 5, as JSON
 * @returns {{ [key: string]: Json }}
 */
export function asVersion4(config) {
  /** @type {{ [key: string]: Json }} */
  const known = {};
  for (const name of OF_STATE) if (config[name] !== undefined) known[name] = config[name];
  if (known.entry) known.entry = actionsOf(known.entry);
  if (known.exit) known.exit = actionsOf(known.exit);
  if (config.states) known.states = mapped(config.states, asVersion4);
  for (const name of ["on", "after"]) if (config[name]) known[name] = mapped(config[name], transitionsOf);
  if (config.always) known.always = transitionsOf(config.always);
  return known;
}

const mapped = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** One way or several; a way may be the name of its target alone. */
function transitionsOf(ways) {
  if (Array.isArray(ways)) return ways.map(transitionOf);
  return transitionOf(ways);
}

function transitionOf(way) {
  if (typeof way !== "object" || way === null) return way;
  const { guard, target, actions, description } = way;
  return {
    ...(target !== undefined && { target }),
    ...(guard !== undefined && { cond: nameOf(guard) }),
    ...(actions !== undefined && { actions: actionsOf(actions) }),
    ...(description !== undefined && { description }),
  };
}

const actionsOf = (actions) => [actions].flat().map(nameOf);

/** The name of an action or guard, with what it is given, where that is no code: `gate (design, closes)`. */
function nameOf(one) {
  if (typeof one === "string") return one;
  const { type = "inline", params } = one ?? {};
  const { type: _, ...plain } = params && typeof params === "object" ? params : {};
  const given = Object.values(plain).filter((value) => typeof value !== "object");
  return given.length > 0 ? `${type} (${given.join(", ")})` : type;
}
