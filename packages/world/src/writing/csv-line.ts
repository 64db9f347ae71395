export type Cell = string | number | undefined;

/** One line of a CSV file, quoted where it must be. */
export function csvLine(cells: readonly Cell[], delimiter = ','): string {
  let line = '';
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (at > 0) line += delimiter;
    if (cell === undefined) continue;
    const text = typeof cell === 'number' ? String(cell) : cell;
    line += mustBeQuoted(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  }
  return line;
}

function mustBeQuoted(text: string, delimiter: string): boolean {
  return text.includes(delimiter) || text.includes('"') || text.includes('\n');
}
