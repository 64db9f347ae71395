import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openTable, type Table, type TableOrder } from './open-table.js';
import type { SheetCell } from './sheet-rows.js';

/** Rewrites a sheet as JSON lines, row 17 on line 17: rows without cells and what stands above the table are blank lines. */
export async function rewriteTable(order: TableOrder, to: string): Promise<void> {
  const table = await openTable(order);
  try {
    await pipeline(Readable.from(linesOf(table)), createWriteStream(to, { mode: 0o600 }));
  } finally {
    table.close();
  }
}

async function* linesOf({ columns, pieces }: Table): AsyncGenerator<string, void, undefined> {
  const names = columns.map((column) => `${JSON.stringify(column)}:`);
  let line = 1;
  for await (const { rows } of pieces) {
    let text = '';
    for (const { row, cells } of rows) {
      text += '\n'.repeat(Math.max(0, row - line));
      line = row + 1;
      let fields = '';
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at];
        const name = names[at];
        if (cell === undefined || name === undefined) continue;
        fields += `${fields === '' ? '' : ','}${name}${jsonOf(cell)}`;
      }
      text += `{${fields}}\n`;
    }
    if (text !== '') yield text;
  }
}

function jsonOf(cell: SheetCell): string {
  return typeof cell === 'object' ? JSON.stringify(cell.iso) : JSON.stringify(cell);
}
