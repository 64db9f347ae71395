import type { Identifier } from '../identifier.js';

/** One line of a join list: two identifiers that are said to be one person, or why it cannot be read. */
export type PairLine =
  | {
      readonly type: 'pair';
      readonly line: number;
      readonly a: Identifier;
      readonly b: Identifier;
      readonly reason: string | undefined;
    }
  | { readonly type: 'unreadable'; readonly line: number; readonly text: string };

/**
 * Reads the cells of a file of pairs: identifier, identifier, and (if there is one) the reason.
 *
 * - An identifier is written `namespace:value`; an e-mail address may stand alone.
 * - A first line that names two namespaces says of which kind the columns are; then the cells hold values alone.
 */
export function readPairs(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
): readonly PairLine[] {
  const [first, ...others] = rows;
  const kinds = first === undefined ? undefined : columnKinds(first.cells);
  const lines = kinds === undefined && first !== undefined && !isHeader(first.cells) ? rows : others;
  return lines.map(({ line, cells }): PairLine => {
    const [a, b] = [0, 1].map((column) => identifierOf(cells[column] ?? '', kinds?.[column]));
    if (a === undefined || b === undefined) return { type: 'unreadable', line, text: cells.join(', ').slice(0, 200) };
    const reason = (cells[2] ?? '').trim().slice(0, 500);
    return { type: 'pair', line, a, b, reason: reason === '' ? undefined : reason };
  });
}

/** The namespaces that a header names; undefined if it names none. */
function columnKinds(cells: readonly string[]): readonly string[] | undefined {
  const kinds = cells.slice(0, 2).map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/gu, '_'),
  );
  const known = kinds.map((kind) => aliases[kind] ?? kind);
  return known.length === 2 && known.every((kind) => wellKnown.has(kind) || /^crm:[a-z0-9_.-]+$/u.test(kind))
    ? known
    : undefined;
}

function isHeader(cells: readonly string[]): boolean {
  return cells.slice(0, 2).every((cell) => identifierOf(cell, undefined) === undefined);
}

function identifierOf(cell: string, kind: string | undefined): Identifier | undefined {
  const text = cell.trim();
  if (text === '' || text.length > 512) return undefined;
  const named = /^((?:crm:[a-z0-9_.-]+)|[a-z][a-z0-9_]*):(.+)$/u.exec(text);
  if (named?.[1] !== undefined && named[2] !== undefined) return { namespace: named[1], value: named[2].trim() };
  if (kind !== undefined) return { namespace: kind, value: text };
  return text.includes('@') ? { namespace: 'email', value: text } : undefined;
}

const wellKnown: ReadonlySet<string> = new Set([
  'user_id',
  'email',
  'phone',
  'loyalty_card',
  'anonymous_id',
  'device_id',
]);
const aliases: Readonly<Record<string, string>> = {
  e_mail: 'email',
  mail: 'email',
  telephone: 'phone',
  telefon: 'phone',
  card: 'loyalty_card',
  kundenkarte: 'loyalty_card',
  userid: 'user_id',
};
