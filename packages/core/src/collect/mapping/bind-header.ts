import { ThroughlineError } from '../../errors/throughline-error.js';

/** Where in a file's header each wanted column stands. Names compare as they are written, without outer white space. Throws if one is missing. */
export function bindHeader(wanted: readonly string[], header: readonly string[]): readonly number[] {
  const places = new Map<string, number>();
  header.forEach((name, at) => {
    if (!places.has(name.trim())) places.set(name.trim(), at);
  });
  return wanted.map((column) => {
    const place = places.get(column.trim());
    if (place !== undefined) return place;
    throw new ThroughlineError(
      'mapping.column-missing',
      `the file has no column ${column}; it has ${[...places.keys()].slice(0, 50).join(', ')}`,
    );
  });
}
