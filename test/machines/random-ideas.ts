// Data at random for triggers about themes, concepts and ballots: of ideas that there mostly are, and of some that there are not.
import { addDays } from "../../programmes/calendar.ts";
import { WHY, type Data, type Dice, type Draw } from "./random-draws.ts";

const IDEAS = ["i1", "i2", "i3", "i4", "i5", "i6"];
const two = (dice: Dice): [string, string] => [dice.pick(IDEAS), dice.pick(IDEAS)];
const ballot = (dice: Dice): string => dice.pick(["b1", "b1", "b2", "nope"]);

/** A vote of any kind, mostly one that fits no more than one ballot. */
function vote(dice: Dice): Data {
  const [one, other] = two(dice);
  return dice.pick<Data>([
    { dots: { [one]: 1 + dice.upTo(2), [other]: 1 } },
    { scores: { [one]: { value: 1 + dice.upTo(4) }, [other]: { feasibility: 1 + dice.upTo(4) } } },
    { pairs: [[one, other]] },
    { abstain: true },
  ]);
}

function opened({ day, dice }: Draw): Data {
  const method = dice.pick(["dots", "scores", "pairs"]);
  return {
    method,
    ...(dice.oneIn(3) ? { ideas: two(dice) } : {}),
    ...(dice.oneIn(3) ? { secret: true } : {}),
    ...(dice.oneIn(3) ? { closes: addDays(day, dice.upTo(10)) } : {}),
  };
}

/** A draw for each of those triggers. */
export const IDEA_DRAWS = {
  addTheme: ({ dice }: Draw): Data => ({ title: "Et mønster", discoveries: [dice.pick(["d1", "d2", "nope"])] }),
  commentIdea: ({ dice }: Draw): Data => ({ idea: dice.pick(IDEAS), text: "Måske" }),
  mergeIdeas: ({ dice }: Draw): Data => ({ ideas: two(dice), title: "Et koncept" }),
  splitIdea: ({ dice }: Draw): Data => ({ idea: dice.pick(IDEAS), reason: WHY }),
  openBallot: opened,
  castBallot: ({ dice }: Draw): Data => ({ ballot: ballot(dice), ...vote(dice) }),
  closeBallot: ({ dice }: Draw): Data => ({ ballot: ballot(dice) }),
  cancelBallot: ({ dice }: Draw): Data => ({ ballot: ballot(dice), reason: WHY }),
  overruleOrder: ({ dice }: Draw): Data => ({ ballot: ballot(dice), order: two(dice), reason: WHY }),
};
