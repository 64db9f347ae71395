import type { Mapping, MappingTime, MappingValue } from '@throughline/core/collect/mapping/mapping';
import { type MendSuggestion, suggestMend } from '@throughline/core/collect/mend/suggest-mend';
import type { SetAsideCode } from '@throughline/core/collect/set-aside-reason';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { importMapping } from '../import/import-mapping.js';
import { type FoundFault, faultFinder } from './find-fault.js';
import { countParts, importOfItem, newestWaiting, type PartCount, type SetAsideItem } from './set-aside.sql.js';
import { textOfItem } from './text-of-item.js';

/** What is set aside for one reason, of one import, or of one source as it came in. */
export interface SetAsidePart {
  /** Null: it came in live. */
  readonly import: string | null;
  readonly fileName: string | null;
  readonly source: string;
  readonly count: number;
  /** Of most of those that were looked at. */
  readonly column: string | null;
  readonly suggestion: MendSuggestion | null;
  readonly samples: readonly PartSample[];
}

export interface PartSample {
  readonly item: SetAsideItem;
  readonly text: string;
  readonly marks: FoundFault['marks'];
}

const lookedAt = 200;
const shown = 3;
/** Of the lines that are looked at; two hundred of a megabyte each would be too much for one answer. */
const mostBytes = 20_000;
const largestBytes = 16 * 1024 * 1024;
const mostParts = 20;

/** The parts of a reason, the largest first, with what evidently mends them. */
export async function readParts(client: ClientBase, workspace: number, code: string): Promise<readonly SetAsidePart[]> {
  const parts: SetAsidePart[] = [];
  for (const count of await countParts(client, workspace, code, mostParts)) {
    parts.push(await readPart(client, workspace, code, count));
  }
  return parts;
}

async function readPart(client: ClientBase, workspace: number, code: string, part: PartCount): Promise<SetAsidePart> {
  const { count, sourceName: source } = part;
  const newest = (limit: number, most: number) =>
    newestWaiting(client, workspace, code, limit, { part, mostBytes: most });
  const few = await newest(part.import === 0 ? shown : lookedAt, mostBytes);
  const items = few.length > 0 ? few : await newest(shown, largestBytes);
  const plain = items.map((item) => ({ item, text: textOfItem(item), marks: [] }));
  const none = { source, count, column: null, suggestion: null, samples: plain.slice(0, shown) };
  const run = part.import === 0 ? undefined : await importOfItem(client, workspace, part.import);
  if (run === undefined) return { ...none, import: null, fileName: null };
  const of = { import: run.id, fileName: run.fileName };
  const mapping = readable(run.mapping);
  if (mapping === undefined) return { ...none, ...of };
  const find = faultFinder(mapping, run.header ?? []);
  const found = plain.map((one) => ({ ...one, fault: find({ text: one.text, line: one.item.line ?? 1, code }) }));
  const column = mostFrequent(found.flatMap(({ fault }) => fault?.column ?? []));
  if (column === undefined) return { ...none, ...of };
  const ofColumn = found.filter(({ fault }) => fault?.column === column);
  const suggestion = suggestMend(
    code as SetAsideCode,
    ofColumn.map(({ fault }) => fault?.text ?? ''),
    { months: run.months ?? {}, until: run.createdAt.toISOString().slice(0, 7), formats: formatsOf(mapping) },
  );
  const samples = ofColumn.slice(0, shown).map(({ item, text, fault }) => ({ item, text, marks: fault?.marks ?? [] }));
  return { ...of, source, count, column, suggestion: suggestion ?? null, samples };
}

function readable(text: string): Mapping | undefined {
  try {
    return importMapping(text);
  } catch (error) {
    if (ThroughlineError.is(error)) return undefined;
    throw error;
  }
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** All date formats that the mapping names: a file is mostly written in one manner. */
function formatsOf({ dates, rows }: Mapping): readonly string[] {
  const said = (value: MappingTime | MappingValue | undefined) =>
    typeof value === 'object' && value.format !== undefined ? [value.format].flat() : [];
  return [dates ?? [], rows.flatMap(({ time }) => said(time))].flat(2);
}
