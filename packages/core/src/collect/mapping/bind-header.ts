import { ThroughlineError } from '../../errors/throughline-error.js';
import { uniqueColumns } from './unique-columns.js';

/**
 * Where in a file's header each wanted column stands. Names compare as `uniqueColumns` gives them, without outer white space. Throws if one is
 * missing.
 */
export function bindHeader(wanted: readonly string[], header: readonly string[]): readonly number[] {
  const places = new Map(uniqueColumns(header).map((name, at) => [name, at]));
  return wanted.map((column) => {
    const place = places.get(column.trim());
    if (place !== undefined) return place;
    throw new ThroughlineError(
      'mapping.column-missing',
      `the file has no column ${column}; it has ${[...places.keys()].slice(0, 50).join(', ')}`,
    );
  });
}
