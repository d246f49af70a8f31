// The functions behind a registered machine's activities, under the names by which its instances ask for them.
import type { AnyStateMachine } from "xstate";
import { activityType, type Implementations } from "../machines/engine/activities.ts";
import { EMITTED, type Registered } from "../machines/engine/register.ts";

type Carry = (input: never, about: never) => unknown;

/**
 * Activities for a worker that carries this machine. Throws where a declared one has no function, or a function belongs
 * to none: better before the first instance asks than a year later.
 */
export function activitiesOf<Root extends AnyStateMachine>(
  { name, activities, emitted }: Registered<Root>,
  implementations: Implementations<Root>,
): Record<string, Carry> {
  const given = implementations as Record<string, Carry | undefined>;
  const wanted = [...Object.keys(activities), ...(emitted ? [EMITTED] : [])];
  const missing = wanted.filter((activity) => !given[activity]);
  const stray = Object.keys(given).filter((activity) => !wanted.includes(activity));
  if (missing.length > 0)
    throw new Error(`the machine «${name}» asks for ${listed(missing)}: give a function for each`);
  if (stray.length > 0)
    throw new Error(
      `the machine «${name}» declares no activity ${listed(stray)}: declare it when registering, or drop it`,
    );
  return Object.fromEntries(wanted.map((activity) => [activityType(name, activity), given[activity]!]));
}

const listed = (names: string[]): string => names.map((name) => `«${name}»`).join(", ");
