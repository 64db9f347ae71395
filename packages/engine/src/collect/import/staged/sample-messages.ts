import { hash } from 'node:crypto';
import { bindHeader } from '@throughline/core/collect/mapping/bind-header';
import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { MappingDraft } from '@throughline/core/collect/mapping/mapping-draft';
import type { FileSample, SampleCell, SampleRow } from '@throughline/core/collect/proposal/file-sample';
import type { Reason } from '@throughline/core/collect/reason';
import { authority, type LogRow } from '../../intake/log-row.js';
import { receiveMessages } from '../../intake/receive-messages.js';
import { importMapping } from '../import-mapping.js';
import { jsonDepth } from '../read/json-depth.js';
import type { SampledFile } from '../recognise/sampled-file.js';

export interface SampleMessage {
  /** The first of its lines. */
  readonly line: number;
  readonly row: LogRow;
}

export interface SampleSetAside {
  readonly line: number;
  readonly reason: Reason;
}

export interface SampleMessages {
  readonly lines: number;
  readonly messages: readonly SampleMessage[];
  readonly setAside: readonly SampleSetAside[];
  /** Lines that no rule is for. */
  readonly passedOver: number;
  /** True if the sample is the whole file. */
  readonly isWhole: boolean;
}

/**
 * What an import by this mapping would make of the sampled lines. Lines of one interaction that were not sampled are missing in it. Errors:
 * `mapping.…`; look-ups are taken as empty.
 */
export function sampleMessages(
  { sample }: SampledFile,
  mappingText: string,
  zone: string,
  nowMs: number,
): SampleMessages {
  const { lookups: _, ...mapping } = importMapping(mappingText);
  const compiled = compileMapping(mapping);
  const places = placesOf(compiled.columns, sample);
  const groups = new Map<string, [MappingDraft, ...MappingDraft[]]>();
  const setAside: SampleSetAside[] = [];
  let passedOver = 0;
  const rows = rowsOf(sample);
  for (const { line, cells } of rows) {
    const drafts = compiled.readLine(
      places.map((place) => rawCell(cells[place] ?? null)),
      line,
    );
    if (drafts.length === 0) passedOver += 1;
    for (const draft of drafts) {
      const key = draft.group === null ? `${draft.rule} line ${line}` : `${draft.rule} group ${draft.group}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [draft]);
      else known.push(draft);
    }
  }
  const messages: SampleMessage[] = [];
  const reception = { source: 0, zone, authority: authority.import, import: 0, receivedAtMs: nowMs };
  for (const drafts of groups.values()) {
    const merged = compiled.mergeLines(drafts, (text) => hash('sha256', text, 'hex').slice(0, 40));
    const line = merged.lines[0] ?? 0;
    if (merged.type === 'set-aside') {
      for (const { line: at, code, values } of merged.faults.slice(0, 1))
        setAside.push({ line: at, reason: { code, values } });
      continue;
    }
    const { message } = merged;
    const item = { text: JSON.stringify(message), value: message, depth: jsonDepth(message) };
    const received = receiveMessages([item], reception);
    messages.push(...received.rows.map((row) => ({ line, row })));
    setAside.push(...received.setAside.flatMap(({ reasons }) => reasons.map((reason) => ({ line, reason }))));
  }
  const isWhole = sample.rowCount.isExact && sample.rowCount.estimate === rows.length;
  return { lines: rows.length, messages, setAside, passedOver, isWhole };
}

function placesOf(columns: readonly string[], sample: FileSample): readonly number[] {
  const isTable = sample.format === 'csv' || sample.format === 'xlsx';
  return isTable ? bindHeader(columns, sample.columns) : columns.map((column) => sample.columns.indexOf(column));
}

/** So many lines answer a click within half a second, on a machine that does other things besides. */
const mostLines = 600;

/** Each line once, in file order: all that were sampled if they are few, else the neighbours and some of the others. */
function rowsOf({ rows, blocks }: FileSample): readonly SampleRow[] {
  const byLine = new Map<number, SampleRow>();
  const add = (row: SampleRow) => byLine.set(row.line, row);
  const isFew = rows.length <= mostLines;
  if (isFew) rows.forEach(add);
  for (const block of blocks) if (isFew || byLine.size + block.length <= mostLines / 2) block.forEach(add);
  const step = Math.ceil(rows.length / Math.max(1, mostLines - byLine.size));
  for (let at = 0; at < rows.length && byLine.size < mostLines; at += step) {
    const row = rows[at];
    if (row !== undefined) add(row);
  }
  return [...byLine.values()].sort((one, other) => one.line - other.line);
}

function rawCell(cell: SampleCell): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  return cell.type === 'date' ? cell.iso : JSON.parse(cell.json);
}
