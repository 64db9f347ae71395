import { bindHeader } from '@throughline/core/collect/mapping/bind-header';
import type { ImportedMessage } from '@throughline/core/collect/mapping/build-message';
import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import type { MappingDraft } from '@throughline/core/collect/mapping/mapping-draft';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import type { SampleFile } from '../sample-file.js';
import { cellsOfLine } from '../writing/cells-of-line.js';

/**
 * What the engine makes of a file: messages of the tracking API as they stand, exports by their mapping. Nothing of a file that cannot be
 * brought in yet. Lines of one receipt wait for each other in memory.
 */
export function* messagesOf({ name, format, mapping, lines }: SampleFile): Generator<ImportedMessage> {
  if (mapping === undefined) {
    if (format === 'jsonl') for (const line of lines()) yield parsed(line);
    return;
  }
  const { columns, readLine, mergeLines } = compileMapping(mapping);
  const merged = (drafts: Drafts): ImportedMessage => {
    const made = mergeLines(drafts, (text) => text);
    if (made.type === 'message') return made.message;
    throw new Error(`${name}, line ${made.lines[0]}: ${made.faults.map(({ code }) => code).join(', ')}`);
  };
  const groups = new Map<string, Drafts>();
  let line = 0;
  for (const cells of rowsOf({ format, lines }, mapping, columns)) {
    line += 1;
    for (const draft of readLine(cells, line)) {
      const group = draft.group === null ? undefined : groups.get(draft.group);
      if (draft.group === null) yield merged([draft]);
      else if (group === undefined) groups.set(draft.group, [draft]);
      else group.push(draft);
    }
  }
  for (const drafts of groups.values()) yield merged(drafts);
}

type Drafts = [MappingDraft, ...MappingDraft[]];

/** The cells of the wanted columns, row by row. */
function* rowsOf(
  { format, lines }: Pick<SampleFile, 'format' | 'lines'>,
  mapping: Mapping,
  columns: readonly string[],
): Generator<readonly unknown[]> {
  if (format === 'jsonl') {
    for (const line of lines()) {
      const row = parsed(line);
      yield columns.map((column) => row[column]);
    }
    return;
  }
  const delimiter = 'delimiter' in mapping.file ? mapping.file.delimiter : undefined;
  let places: readonly number[] | undefined;
  for (const line of lines()) {
    const cells = cellsOfLine(line, delimiter);
    if (places === undefined) places = bindHeader(columns, cells);
    else yield places.map((place) => cells[place]);
  }
}

function parsed(line: string): ImportedMessage {
  const message: unknown = JSON.parse(line);
  if (!isPlainObject(message)) throw new Error(`no message: ${line}`);
  return message;
}
