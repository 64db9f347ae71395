import { crc32, deflateRawSync } from 'node:zlib';

export type ExcelCell =
  | string
  | number
  | boolean
  | null
  /** A date or time by its number format; `format` 14 is a day, 22 a day with its time, 20 a time. */
  | { readonly serial: number; readonly format: 14 | 20 | 22 | 164 }
  /** A formula with the value it had when it was saved. */
  | { readonly formula: string; readonly value: string | number | null }
  | { readonly inline: string }
  | { readonly error: string };

export interface ExcelSheet {
  readonly name: string;
  readonly rows: readonly (readonly ExcelCell[])[];
  readonly state?: 'hidden';
}

const formats = [0, 14, 20, 22, 164];

/** The bytes of an .xlsx file as Excel would write it: shared texts, styles, a ZIP of XML. */
export function excelFile(sheets: readonly ExcelSheet[], options: { readonly is1904?: boolean } = {}): Buffer {
  const texts = new Map<string, number>();
  const parts = sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows, texts)] as const);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipFile([
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${options.is1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-407]d/\\ mmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
        .map((id) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    ...parts,
  ]);
}

function sheetXml(rows: readonly (readonly ExcelCell[])[], texts: Map<string, number>): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, texts)).join('');
    return written === '' ? '' : `<row r="${row + 1}">${written}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: ExcelCell, at: string, texts: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    const index = texts.get(cell) ?? texts.size;
    texts.set(cell, index);
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  }
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('serial' in cell) return `<c r="${at}" s="${formats.indexOf(cell.format)}"><v>${cell.serial}</v></c>`;
  if ('inline' in cell) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  const { formula, value } = cell;
  const type = typeof value === 'string' ? ' t="str"' : '';
  return `<c r="${at}"${type}><f>${escaped(formula)}</f>${value === null ? '' : `<v>${escaped(String(value))}</v>`}</c>`;
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A ZIP file of these parts, deflated. */
export function zipFile(parts: readonly (readonly [name: string, content: string | Buffer])[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    const deflated = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(deflated.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(nameBytes.length, 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, nameBytes, deflated);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, tail, nameBytes);
    offset += 30 + nameBytes.length + deflated.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
