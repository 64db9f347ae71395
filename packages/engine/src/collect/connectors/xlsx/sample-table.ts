import type { SampleCell, SampleRow } from '@throughline/core/collect/proposal/file-sample';
import { RowSampler } from '../../import/recognise/row-sampler.js';
import { openTable, type TableOrder } from './open-table.js';
import type { SheetRow } from './sheet-rows.js';

export interface SampledTable {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly SampleRow[];
  readonly blocks: readonly (readonly SampleRow[])[];
  readonly rowCount: { readonly estimate: number; readonly isExact: boolean };
}

/** A deflated sheet can only be read from its beginning, so of a large one that is what is sampled. */
const mostRows = 30_000;

export async function sampleTable(order: TableOrder): Promise<SampledTable> {
  const table = await openTable(order);
  const { sheets, sheet, columns, hasHeader, totalBytes } = table;
  const sampler = new RowSampler();
  let bytesRead = 0;
  let isExact = true;
  try {
    for await (const { rows, bytes } of table.pieces) {
      for (const row of rows) {
        if (sampler.wantsNext) sampler.add(sampled(row, columns.length));
        else sampler.pass();
      }
      bytesRead = bytes;
      if (sampler.count >= mostRows) {
        isExact = bytes >= totalBytes;
        break;
      }
    }
  } finally {
    table.close();
  }
  const estimate = isExact ? sampler.count : Math.round((sampler.count * totalBytes) / Math.max(1, bytesRead));
  const { rows, blocks } = sampler;
  return { sheets, sheet, columns, hasHeader, rows, blocks, rowCount: { estimate, isExact } };
}

function sampled({ row, cells }: SheetRow, columns: number): SampleRow {
  return { line: row, cells: Array.from({ length: columns }, (_, at): SampleCell => cells[at] ?? null) };
}
