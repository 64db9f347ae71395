import type { ClickHouseClient } from '@clickhouse/client';
import { allPersons } from './all-persons.js';

/**
 * Rows of numbers as the engine answers them, `width` to a row. They come as 64-bit floats without a separator, so that a million rows are
 * read without parsing; the query must answer `width` columns of Float64.
 */
export async function* perPersonRows(
  analytics: { client(): ClickHouseClient },
  query: string,
  parameters: Readonly<Record<string, unknown>>,
  width: number,
): AsyncGenerator<readonly number[]> {
  const { stream } = await analytics.client().exec({
    query: `${query}\nformat RowBinary`,
    query_params: { ...parameters },
    clickhouse_settings: allPersons,
  });
  let rest: Uint8Array = new Uint8Array();
  const rowBytes = 8 * width;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % rowBytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < whole; at += rowBytes) {
      yield Array.from({ length: width }, (_, column) => view.getFloat64(at + 8 * column, true));
    }
    rest = bytes.subarray(whole);
  }
}
