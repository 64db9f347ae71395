const special = /[\\\n\r\t]/;

/** One field in PostgreSQL's COPY text format. */
function field(value: string | null): string {
  if (value === null) return '\\N';
  if (!special.test(value)) return value;
  return value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
}

/** One line in PostgreSQL's COPY text format, newline included. */
export function copyLine(values: readonly (string | number | null)[]): string {
  let line = '';
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? null;
    line += `${i === 0 ? '' : '\t'}${typeof value === 'number' ? value : field(value)}`;
  }
  return `${line}\n`;
}
