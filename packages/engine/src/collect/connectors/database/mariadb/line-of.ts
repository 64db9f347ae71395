import type { DatabaseColumn } from '../database-column.js';

/** The row as one line of JSON. Columns hold text, numbers or null; wide integers came as text and stay exact. */
export function lineOf(columns: readonly DatabaseColumn[], values: readonly (string | number | null)[]): string {
  const fields = columns.map(({ name, reading }, at) => {
    const value = values[at] ?? null;
    return `${JSON.stringify(name)}:${value === null ? 'null' : jsonOf(reading, value)}`;
  });
  return `{${fields.join(',')}}\n`;
}

function jsonOf(reading: DatabaseColumn['reading'], value: string | number): string {
  if (reading === 'boolean') return Number(value) === 0 ? 'false' : 'true';
  if (reading !== 'json' || typeof value !== 'string') return JSON.stringify(value);
  // Outside of its strings JSON has line ends only as blanks; within them they are escaped.
  return isJson(value) ? value.replace(/[\r\n]/g, ' ') : JSON.stringify(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
