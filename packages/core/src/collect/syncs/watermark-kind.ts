/** What a column is read by that tells new rows from those that were read: whole numbers, or times as databases write them in JSON. */
export type WatermarkKind = 'number' | 'time';

/** Undefined for what has no order that a database and this code would agree on, such as `infinity`. */
export function watermarkKind(value: unknown): WatermarkKind | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'number' : undefined;
  if (typeof value !== 'string') return undefined;
  if (/^-?\d{1,38}$/.test(value)) return 'number';
  return time.test(value) && !Number.isNaN(watermarkTimeMs(value)) ? 'time' : undefined;
}

/** A time without a zone is taken as UTC. NaN if there is no such time. */
export function watermarkTimeMs(value: string): number {
  const isWithoutZone = !/(Z|[+-]\d{2}:\d{2})$/.test(value) && value.length > 10;
  return Date.parse(isWithoutZone ? `${value}Z` : value);
}

/** Of one kind and one column: negative if `a` comes before `b`. Times of a column are all written alike, so their text is their order. */
export function compareWatermarks(kind: WatermarkKind, a: string, b: string): number {
  if (kind === 'time') return a === b ? 0 : a < b ? -1 : 1;
  const [one, other] = [BigInt(a), BigInt(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?)?$/;
