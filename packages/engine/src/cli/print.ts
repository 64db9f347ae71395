/** Prints a result: as JSON on one line when that was asked for, else as a person reads it. */
export function print(isJson: boolean | undefined, value: unknown, plain: () => string): void {
  console.log(isJson === true ? JSON.stringify(value) : plain());
}

/** Rows in columns; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(plainCell))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Numbers with separators; control characters of what came from outside do not reach the terminal. */
function plainCell(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en') : plainText(cell);
}

export function plainText(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
