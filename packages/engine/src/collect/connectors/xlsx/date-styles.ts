import type { Archive } from './archive.js';
import { readXml } from './read-xml.js';
import type { DateKind } from './serial-date.js';

/** What each cell style of a workbook makes of a number; undefined: a number. */
export async function dateStyles(archive: Archive): Promise<readonly (DateKind | undefined)[]> {
  const pieces = archive.read('xl/styles.xml');
  if (pieces === undefined) return [];
  const codes = new Map<number, string>();
  const styles: (DateKind | undefined)[] = [];
  let isInCells = false;
  const listener = {
    open: (name: string, { numFmtId, formatCode }: Readonly<Record<string, string>>, isEmpty: boolean) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') isInCells = !isEmpty;
      else if (name === 'xf' && isInCells) styles.push(kindOfFormat(Number(numFmtId ?? 0), codes));
    },
    close: (name: string) => {
      if (name === 'cellXfs') isInCells = false;
    },
  };
  for await (const _ of readXml(pieces, listener));
  return styles;
}

function kindOfFormat(id: number, codes: ReadonlyMap<number, string>): DateKind | undefined {
  const code = codes.get(id);
  if (code !== undefined) return kindOfCode(code);
  if (id === 22) return 'instant';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : undefined;
}

/** Of a format such as `[$-407]d. mmm yyyy hh:mm;@`: what its letters say once texts, colours and escapes are gone. */
function kindOfCode(code: string): DateKind | undefined {
  const [positive = ''] = code.split(';');
  const letters = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase();
  const hasDay = /[yd]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters));
  const hasTime = /[hs]/.test(letters);
  if (/[#0?]/.test(letters.replace(/s\.0+/, ''))) return undefined;
  if (hasDay) return hasTime ? 'instant' : 'day';
  return hasTime ? 'time' : undefined;
}
