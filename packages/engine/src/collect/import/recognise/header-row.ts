/**
 * Which of the first rows names the columns: the first that has more than half as many filled cells as the fullest (titles above a table have
 * one or two). -1: none does, the table begins with data. `rows` are the first few that have a filled cell.
 */
export function headerRow(rows: readonly (readonly unknown[])[]): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== undefined && cell !== null && cell !== ''));
  const fullest = Math.max(0, ...filled.map((cells) => cells.length));
  const at = filled.findIndex((cells) => cells.length * 2 > fullest);
  const header = filled[at];
  if (header === undefined) return -1;
  const values = header.filter(isValue).length;
  return values * 2 > header.length || header.some(isAddress) ? -1 : at;
}

/** Where a table without header begins. */
export function firstRow(rows: readonly (readonly unknown[])[]): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== undefined && cell !== null && cell !== '').length);
  const fullest = Math.max(0, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count * 2 > fullest),
  );
}

const isAddress = (cell: unknown): boolean =>
  typeof cell === 'string' && /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(cell.trim());

/** A number, an amount, a date or a time: nothing a column is called, except a year. */
function isValue(cell: unknown): boolean {
  if (typeof cell === 'string') {
    const text = cell.trim();
    return /^[-+(]?\d[\d.,:/\s-]*\d%?\)?$|^\d$/.test(text) && !/^(19|20)\d\d$/.test(text);
  }
  return !(typeof cell === 'number' && Number.isInteger(cell) && cell >= 1900 && cell < 2100);
}
