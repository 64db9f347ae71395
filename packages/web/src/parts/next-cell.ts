export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Bounds {
  readonly rows: number;
  readonly columns: number;
  /** How far Page Up and Page Down go. */
  readonly page: number;
}

/** Where a key moves the one focused cell of a grid; undefined for keys that do not move it. */
export function nextCell({ row, column }: Cell, key: string, toEdge: boolean, bounds: Bounds): Cell | undefined {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: clamp(nextRow, bounds.rows - 1),
    column: clamp(nextColumn, bounds.columns - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + bounds.page, column);
    case 'PageUp':
      return to(row - bounds.page, column);
    case 'Home':
      return to(toEdge ? 0 : row, 0);
    case 'End':
      return to(toEdge ? bounds.rows - 1 : row, bounds.columns - 1);
    default:
      return undefined;
  }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
