/** The format of a time of the day (`HH:mm`, `h:mm a`), undefined for anything else. A duration may look the same. */
export function clockShape(text: string): string | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?( ?)([AaPp][Mm])?$/.exec(text);
  if (match === null) return undefined;
  const [, hour = '', , second, gap = '', half] = match;
  if (Number(hour) > (half === undefined ? 23 : 12)) return undefined;
  const seconds = second === undefined ? '' : ':ss';
  return half === undefined ? `${hour.length === 2 ? 'HH' : 'H'}:mm${seconds}` : `h:mm${seconds}${gap}a`;
}
