import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Archive } from './archive.js';
import { readXml } from './read-xml.js';

export interface Sheet {
  readonly name: string;
  /** Its part of the archive. */
  readonly part: string;
  readonly inflatedBytes: number;
  readonly isVisible: boolean;
}

export interface Workbook {
  /** Those with cells, the visible ones first, in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
}

/** What a workbook says of its sheets. Errors: `import.file-unreadable`. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const pieces = archive.read('xl/workbook.xml');
  if (pieces === undefined) {
    const reason = archive.sizes.has('xl/workbook.bin')
      ? 'it is a binary workbook (.xlsb); save it as .xlsx'
      : 'it is a ZIP file without a workbook; unpack it and hand in the files in it';
    throw new ThroughlineError('import.file-unreadable', `the file cannot be read as Excel: ${reason}`);
  }
  const targets = await relations(archive);
  const visible: Sheet[] = [];
  const hidden: Sheet[] = [];
  let is1904 = false;
  const open = (tag: string, attributes: Readonly<Record<string, string>>) => {
    if (tag === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    if (tag !== 'sheet') return;
    const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const part = targets.get(relation);
    const inflatedBytes = part === undefined ? undefined : archive.sizes.get(part.toLowerCase());
    if (part === undefined || inflatedBytes === undefined) return;
    const isVisible = (attributes.state ?? 'visible') === 'visible';
    (isVisible ? visible : hidden).push({ name: attributes.name ?? part, part, inflatedBytes, isVisible });
  };
  for await (const _ of readXml(pieces, { open }));
  return { sheets: [...visible, ...hidden], is1904 };
}

/** The sheet of that name, else the largest of the visible ones. Errors: `import.sheet-missing`. */
export function chosenSheet({ sheets }: Workbook, name: string | undefined): Sheet {
  const wanted = name?.trim().toLowerCase();
  const found =
    wanted === undefined
      ? [...sheets].sort((a, b) => Number(b.isVisible) - Number(a.isVisible) || b.inflatedBytes - a.inflatedBytes)[0]
      : sheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new ThroughlineError(
    'import.sheet-missing',
    name === undefined
      ? 'the Excel file has no sheet with cells'
      : `the Excel file has no sheet "${name}"; it has ${sheets.map((sheet) => sheet.name).join(', ')}`,
  );
}

async function relations(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const pieces = archive.read('xl/_rels/workbook.xml.rels');
  if (pieces === undefined) return targets;
  const open = (tag: string, { Id, Target, Type }: Readonly<Record<string, string>>) => {
    if (tag !== 'Relationship' || Id === undefined || Target === undefined || Type?.endsWith('/worksheet') !== true)
      return;
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
  };
  for await (const _ of readXml(pieces, { open }));
  return targets;
}
