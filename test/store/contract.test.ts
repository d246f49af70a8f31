// One contract, whatever the store is.
import { describe } from "vitest";
import { accessCases } from "./access.cases.ts";
import { auditCases } from "./audit.cases.ts";
import { inboxCases } from "./inbox.cases.ts";
import { feedCases } from "./feed.cases.ts";
import { journalCases } from "./journal.cases.ts";
import { networkCases } from "./network.cases.ts";
import { outboxCases } from "./outbox.cases.ts";
import { peopleCases } from "./people.cases.ts";
import { sealedCases } from "./sealed.cases.ts";
import { themeCases } from "./theme.cases.ts";
import { typeCases } from "./type.cases.ts";
import { onBoth } from "./both.ts";

onBoth((store) => {
  describe("types", () => typeCases(store));
  describe("networks", () => networkCases(store));
  describe("people", () => peopleCases(store));
  describe("journal", () => journalCases(store));
  describe("outbox", () => outboxCases(store));
  describe("inbox", () => inboxCases(store));
  describe("access", () => accessCases(store));
  describe("feeds", () => feedCases(store));
  describe("audit", () => auditCases(store));
  describe("sealed texts", () => sealedCases(store));
  describe("themes", () => themeCases(store));
});
