import { ThroughlineError } from '../../errors/throughline-error.js';
import { buildMessage, type ImportedMessage } from './build-message.js';
import { type CompiledRule, compileRule } from './compile-rule.js';
import { type LineFault, lineFault } from './line-fault.js';
import type { LookupNeed, LookupTable } from './lookup-table.js';
import type { Mapping } from './mapping.js';
import type { MappingDraft } from './mapping-draft.js';
import type { MappingRow } from './mapping-row.js';
import { mappingScope } from './mapping-scope.js';

/** What the lines of one message come to. `lines` are all that took part, in order. */
export type MergedLines =
  | { readonly type: 'message'; readonly message: ImportedMessage; readonly lines: readonly number[] }
  | { readonly type: 'set-aside'; readonly faults: readonly LineFault[]; readonly lines: readonly number[] };

/**
 * A mapping ready for use. The one who reads the file:
 *
 * 1. loads each of `lookups` with `lookupTable`;
 * 2. gives `readLine` the cells of `columns`, in that order, line by line: the answer is a draft for each rule the line is for;
 * 3. merges a draft without `group` at once, and drafts with one when all lines with that group are known, in whatever order they came.
 *
 * Pure: the same lines give the same messages, messageIds included. `hash` is any collision-free hash of a text, at most 64 characters long.
 */
export interface CompiledMapping {
  readonly columns: readonly string[];
  readonly lookups: readonly LookupNeed[];
  readonly readLine: (
    cells: readonly unknown[],
    line: number,
    tables?: ReadonlyMap<string, LookupTable>,
  ) => readonly MappingDraft[];
  readonly mergeLines: (
    drafts: readonly [MappingDraft, ...MappingDraft[]],
    hash: (text: string) => string,
  ) => MergedLines;
}

export function compileMapping(mapping: Mapping): CompiledMapping {
  const scope = mappingScope(mapping);
  const rules = mapping.rows.map((rule, place) => {
    try {
      return compileRule(mapping, rule, place, scope);
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw new ThroughlineError('mapping.invalid', `rule ${rule.rule}: ${cause.message}`, { cause });
    }
  });
  return {
    columns: scope.columns,
    lookups: scope.lookups,
    readLine: (cells, line, tables = noTables) => readLine(rules, cells, line, tables),
    mergeLines: (drafts, hash) => mergeLines(rules, drafts, hash),
  };
}

const noTables: ReadonlyMap<string, LookupTable> = new Map();
const longestKey = 200;

function readLine(
  rules: readonly CompiledRule[],
  cells: readonly unknown[],
  line: number,
  tables: ReadonlyMap<string, LookupTable>,
): readonly MappingDraft[] {
  const drafts: MappingDraft[] = [];
  for (const rule of rules) {
    const row: MappingRow = { cells, line, tables, faults: [] };
    const draft = rule.draft(row);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function mergeLines(
  rules: readonly CompiledRule[],
  drafts: readonly [MappingDraft, ...MappingDraft[]],
  hash: (text: string) => string,
): MergedLines {
  const [first, ...rest] = inLineOrder(drafts);
  const ordered = [first, ...rest] as const;
  const rule = rules[first.rule];
  if (rule === undefined) throw new RangeError(`the mapping has no rule ${first.rule}`);
  const lines = ordered.map(({ line }) => line);
  const faults = [...ordered.flatMap((draft) => draft.faults), ...disagreements(rule, ordered)];
  if (faults.length === 0 && ordered.every(({ atMs }) => atMs === null))
    faults.push(lineFault('line.time-missing', first.line, rule.timeColumns));
  if (faults.length > 0) return { type: 'set-aside', faults, lines };
  const message = buildMessage(rule, ordered);
  const key = first.key ?? `#${hash(JSON.stringify(message))}`;
  const messageId = `${rule.name}:${key.length > longestKey ? `#${hash(key)}` : key}`;
  return { type: 'message', message: { ...message, messageId }, lines };
}

function inLineOrder(drafts: readonly [MappingDraft, ...MappingDraft[]]): [MappingDraft, ...MappingDraft[]] {
  const [first, ...rest] = drafts;
  const ordered: [MappingDraft, ...MappingDraft[]] = [first, ...rest];
  return ordered.length === 1 ? ordered : ordered.sort((a, b) => a.line - b.line);
}

/** Lines of one interaction that name different customers would make one customer of them. */
function disagreements(rule: CompiledRule, drafts: readonly [MappingDraft, ...MappingDraft[]]): readonly LineFault[] {
  if (drafts.length === 1) return [];
  const faults: LineFault[] = [];
  rule.fields.forEach(({ part, value }, at) => {
    if (part !== 'identifiers') return;
    const said = drafts.filter((draft) => (draft.values[at] ?? null) !== null);
    const first = said[0];
    const other = said.find((draft) => draft.values[at] !== first?.values[at]);
    if (first === undefined || other === undefined) return;
    faults.push(
      lineFault('line.group-disagrees', other.line, value.columns, { first: first.line, group: rule.groupColumns }),
    );
  });
  return faults;
}
