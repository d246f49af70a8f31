// From a table, as plans are written in documents and spreadsheets, to the draft of a programme.
import { Document, isMap, isScalar, isSeq, visit } from "yaml";
import { askedOf, itemsOf, type DraftItem, type Used } from "./draft-items.ts";
import { phasesIn, type DraftPhase } from "./draft-phases.ts";
import { refsOf, resolved } from "./draft-refs.ts";
import { firstRoles, hasUntranslated } from "./draft-roles.ts";
import { readRows, textsOf, type Row, type Table } from "./draft-rows.ts";
import { lastWeek, spanOf, timeOf } from "./draft-time.ts";
import { asks, COMMENT, DESCRIPTION, ours, why, type Unread } from "./draft-words.ts";
import type { Text, When } from "./types.ts";

export type Draft = { yaml: string; unread: Unread[] } | { unreadable: Text };

/**
 * The draft of a programme that a table makes, as YAML, and everything of the table that did not come into it; or why it
 * makes none. `title`: where the table has none above it. `year`: the year of dates that have none.
 */
export function draftOf(
  rows: readonly (readonly string[])[],
  options: { id: string; title: string; year?: number },
): Draft {
  const table = readRows(rows);
  if (!table) return { unreadable: why.noHead };
  const timed = table.rows.map((row) => ({ row, time: timeOf(row, { year: options.year }) }));
  const used: Used = { ids: new Set(), roles: firstRoles() };
  const { phases, ofRow } = phasesIn(
    timed.map(({ row, time }) => ({ row, when: time.when })),
    used.ids,
  );
  const read = timed.map(({ row, time }) => itemsOf(row, time, ofRow.get(row.row) ?? [], used));
  const { items, unread } = resolved(
    askedOf(
      read.flatMap((part) => part.items),
      goingOn(table.rows),
    ),
  );
  const file = fileOf(table, options, { phases, items, roles: used.roles });
  return {
    yaml: yamlOf(file),
    unread: [
      ...table.unread,
      ...timed.flatMap(({ time }) => time.unread),
      ...read.flatMap((part) => part.unread),
      ...unread,
    ].toSorted((a, b) => a.row - b.row),
  };
}

/** Rows in which what happens only goes on from above. */
function goingOn(rows: Row[]): Set<number> {
  return new Set(rows.filter((row) => textsOf(row, "what")[0]?.above).map(({ row }) => row));
}

type Parts = { phases: DraftPhase[]; items: DraftItem[]; roles: Used["roles"] };

function fileOf(table: Table, { id, title }: { id: string; title: string }, { phases, items, roles }: Parts): object {
  const weeks = Math.max(0, ...[...phases, ...items].map(({ when }) => lastWeek(when)));
  const name = table.title ?? title;
  const untranslated = table.language === "da" ? asks.noEnglish : asks.noDanish;
  const questions = [untranslated, ...(hasUntranslated(roles) ? [asks.rolesUntranslated] : [])];
  return {
    id,
    version: 1,
    title: both(name),
    description: DESCRIPTION,
    ...(weeks > 0 && { weeks }),
    questions,
    ours: [ours.lead],
    roles: Object.fromEntries(roles),
    ...(phases.length > 0 && {
      phases: Object.fromEntries(phases.map((phase) => [phase.id, phaseOf(phase, untranslated)])),
    }),
    items: Object.fromEntries(items.map((item) => [item.id, itemOf(item, untranslated)])),
  };
}

function phaseOf({ title, when, spans }: DraftPhase, untranslated: Text): object {
  return {
    title: both(title),
    mode: "neither",
    opens: [],
    closes: [],
    when: refsOf(when).length > 0 ? spanOf([]) : whenOf(when),
    questions: [untranslated],
    ...(spans && { ours: [ours.phaseSpan] }),
  };
}

function itemOf(
  { title, kind, when, phases, extent, description, audience, place, questions }: DraftItem,
  untranslated: Text,
): object {
  return {
    kind,
    title: both(title),
    ...(description !== undefined && { description: both(description) }),
    when: whenOf(when),
    ...(phases.length > 0 && { phases }),
    ...(audience !== undefined && { audience }),
    ...(place !== undefined && { place }),
    ...(extent !== undefined && { extent }),
    questions: [untranslated, ...questions],
  };
}

const both = (text: string): Text => ({ da: text, en: text });

/** `?` where the source says nothing at all. */
const whenOf = (when: When): When | "?" =>
  "unknown" in when && when.quote === undefined && when.label === undefined ? "?" : when;

/** The file as text: small parts on one line each, and what is said twice written twice. */
function yamlOf(file: object): string {
  const document = new Document(file, { aliasDuplicateObjects: false });
  document.commentBefore = COMMENT;
  visit(document, {
    Collection: (_, node) => {
      const values = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : [];
      const flat = values.every((value) => isScalar(value) || (isSeq(value) && value.items.every(isScalar)));
      if (flat && values.length > 0) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 120 });
}
