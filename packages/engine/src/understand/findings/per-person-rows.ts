import type { ClickHouseClient } from '@clickhouse/client';
import { allPersons } from './all-persons.js';

/**
 * Tells rows of numbers as the engine answers them, `width` to a row; `row` holds during the call alone. They come as 64-bit floats without
 * a separator, so that a million rows are read without parsing; the query must answer `width` columns of Float64.
 */
export async function perPersonRows(
  analytics: { client(): ClickHouseClient },
  query: string,
  parameters: Readonly<Record<string, unknown>>,
  width: number,
  tell: (row: readonly number[]) => void,
): Promise<void> {
  const { stream } = await analytics.client().exec({
    query: `${query}\nformat RowBinary`,
    query_params: { ...parameters },
    clickhouse_settings: allPersons,
  });
  let rest: Uint8Array = new Uint8Array();
  const rowBytes = 8 * width;
  const row = new Array<number>(width).fill(0);
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % rowBytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < whole; at += rowBytes) {
      for (let column = 0; column < width; column += 1) row[column] = view.getFloat64(at + 8 * column, true);
      tell(row);
    }
    rest = bytes.subarray(whole);
  }
}
