// Triggers about people: who takes part, in which role, who stands in, and what is agreed with managers.
import { contribution, type StoreTrigger } from "./make.ts";

export const PEOPLE = {
  answerMembership: contribution("membership.answered", { told: ["answer"] }),
  nameSubstitute: contribution("substitute.named", { told: ["from", "to"] }),
  recordAgreement: contribution("agreement.made", { told: ["with"] }),
  describeTheme: contribution("theme.described", { told: ["characteristic"] }),
  handOver: contribution("role.handedOver", { told: ["role"] }),
  addPerson: contribution("person.joined", { told: ["roles", "organisation", "region"] }),
  changePerson: contribution("person.changed", { told: ["organisation", "region"] }),
  removePerson: contribution("person.left"),
} as const satisfies Record<string, StoreTrigger>;
