import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExcelSheet, excelFile, zipFile } from '../../../../../../test/excel-file.js';
import { rewriteTable } from './rewrite-table.js';
import { sampleTable } from './sample-table.js';
import { serialDate } from './serial-date.js';

async function inFolder<T>(content: Buffer, work: (order: { path: string; folder: string }) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-excel-'));
  try {
    await writeFile(join(folder, 'file'), content);
    return await work({ path: join(folder, 'file'), folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}
const sample = (content: Buffer, more: object = {}) => inFolder(content, (order) => sampleTable({ ...order, ...more }));
const lines = (content: Buffer, more: object = {}) =>
  inFolder(content, async (order) => {
    const to = join(order.folder, 'lines');
    await rewriteTable({ ...order, ...more }, to);
    return (await readFile(to, 'utf8')).split('\n').slice(0, -1);
  });
const one = (...rows: ExcelSheet['rows']) => excelFile([{ name: 'A', rows }]);

describe('a sheet', () => {
  it('gives texts, numbers, dates and the last value of formulas, each row on its own line', async () => {
    const file = one(
      ['id', 'when', 'sum', 'paid', 'name'],
      ['007', { serial: 46143, format: 14 }, { formula: 'A1', value: 2.5 }, true, 'ä\nb'],
      [],
      [7, { serial: 46143.75, format: 22 }, { formula: 'B1', value: null }, false, { error: '#DIV/0!' }],
      [8, { serial: 0.5, format: 20 }, 19.989999999999998, null, { formula: 'C1', value: 'x_x000D_y' }],
    );
    expect((await lines(file)).map((line) => (line === '' ? null : JSON.parse(line)))).toEqual([
      null,
      { id: '007', when: '2026-05-01', sum: 2.5, paid: true, name: 'ä\nb' },
      null,
      { id: 7, when: '2026-05-01T18:00:00', paid: false },
      { id: 8, when: '12:00:00', sum: 19.99, name: 'x\ry' },
    ]);
    const { rows } = await sample(file);
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 5]);
    expect(rows[0]?.cells[1]).toEqual({ type: 'date', iso: '2026-05-01' });
  });

  it('is the largest that is not hidden, or the one that was asked for', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => [at]);
    const file = excelFile([
      { name: 'Small', rows: [['a'], [1]] },
      { name: 'Hidden', rows: [['b'], ...rows, ...rows], state: 'hidden' },
      { name: 'Large', rows: [['c'], ...rows] },
    ]);
    expect(await sample(file)).toMatchObject({ sheet: 'Large', sheets: ['Small', 'Large', 'Hidden'], columns: ['c'] });
    expect(await sample(file, { sheet: ' small ' })).toMatchObject({ sheet: 'Small', columns: ['a'] });
    await expect(sample(file, { sheet: 'None' })).rejects.toMatchObject({ code: 'import.sheet-missing' });
  });

  it('begins below its title, and may have no header', async () => {
    const titled = await sample(one(['Orders of May'], [], [null, 'id', 'mail', 'sum'], [null, 1, 'a@example.com', 2]));
    expect(titled).toMatchObject({ columns: ['Column 1', 'id', 'mail', 'sum'], hasHeader: true });
    const bare = one(['1', 'a@example.com'], ['2', 'b@example.com']);
    expect(await sample(bare)).toMatchObject({ hasHeader: false, columns: ['Column 1', 'Column 2'] });
    expect(await lines(bare, { header: ['id', 'mail'] })).toEqual([
      '{"id":"1","mail":"a@example.com"}',
      '{"id":"2","mail":"b@example.com"}',
    ]);
  });

  it('has a column for cells that no header stands above', async () => {
    const file = one(['id', 'name'], ['1', 'a', null, 'note'], ['2', 'b']);
    expect((await sample(file)).columns).toEqual(['id', 'name', 'Column 3', 'Column 4']);
    expect((await lines(file))[1]).toBe('{"id":"1","name":"a","Column 4":"note"}');
  });

  it('shares its texts with others in any order', async () => {
    const texts = Array.from({ length: 5_000 }, (_, at) => `${at} ${'ä'.repeat(at % 90)}`);
    const rows = texts.map((text, at) => [text, texts[(at * 7_919) % texts.length] ?? '', texts.at(-at - 1) ?? '']);
    const read = await lines(one(['a', 'b', 'c'], ...rows));
    expect(read.slice(1).map((line) => Object.values(JSON.parse(line)))).toEqual(rows);
  });

  it('is refused with a word when it is broken or no real one', async () => {
    const whole = one(['a'], [1]);
    await expect(sample(whole.subarray(0, whole.length - 60))).rejects.toMatchObject({
      code: 'import.file-unreadable',
    });
    await expect(sample(zipFile([['a.txt', 'no workbook']]))).rejects.toMatchObject({ code: 'import.file-unreadable' });
    await expect(sample(one([]))).rejects.toMatchObject({ code: 'import.file-empty' });
    const wide = one(Array.from({ length: 10_001 }, (_, at) => `c${at}`));
    await expect(sample(wide)).rejects.toMatchObject({ code: 'import.too-many-columns' });
    const bomb = zipFile([['xl/worksheets/sheet1.xml', Buffer.alloc(70 * 2 ** 20)]]);
    await expect(sample(bomb)).rejects.toMatchObject({ code: 'import.file-inflates' });
  });

  it('that inflates to more than it says is refused', async () => {
    const bytes = zipFile([['xl/workbook.xml', `<workbook>${' '.repeat(100_000)}</workbook>`]]);
    // What the parts are said to inflate to, in both places where a ZIP file says it.
    for (const mark of ['PK\u0003\u0004', 'PK\u0001\u0002']) {
      const at = bytes.indexOf(Buffer.from(mark, 'latin1'));
      bytes.writeUInt32LE(50, at + (mark.endsWith('\u0004') ? 22 : 24));
    }
    await expect(sample(bytes)).rejects.toMatchObject({ code: 'import.file-unreadable' });
  });
});

describe('a damaged file', () => {
  const whole = excelFile([
    { name: 'A', rows: [['id', 'when'], ...Array.from({ length: 50 }, (_, at) => [`t${at}`, at])] },
  ]);

  it('is read or refused with a word, wherever it is damaged', async () => {
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const damaged = Buffer.from(whole);
        for (const [at, byte] of bytes) damaged[at] = byte;
        const outcome = await sample(damaged).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(ThroughlineError.is(outcome), String(outcome.stack)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('whose XML is damaged is read or refused with a word', async () => {
    const parts = (xml: string) =>
      zipFile([
        ['xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>'],
        ['xl/_rels/workbook.xml.rels', '<R><Relationship Id="a" Type="x/worksheet" Target="worksheets/a.xml"/></R>'],
        ['xl/worksheets/a.xml', xml],
      ]);
    const token = fc.constantFrom(
      ...[
        '<row>',
        '<row r="9999999999">',
        '</row>',
        '<c>',
        '<c r="B2" t="s">',
        '<c r="ZZZZZZ1">',
        '<c t="inlineStr">',
        '</c>',
      ],
      ...[
        '<v>',
        '</v>',
        '<v>1e999</v>',
        '<v>-3</v>',
        '<is>',
        '<t>',
        'x',
        '</t>',
        '</is>',
        '<rPh>',
        '</rPh>',
        '<![CDATA[',
        '&amp;',
        '&x;',
        '\u0000',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 40 }), async (tokens) => {
        const outcome = await sample(parts(`<w><sheetData>${tokens.join('')}</sheetData></w>`)).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof Error) expect(ThroughlineError.is(outcome), String(outcome.stack)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a date that is a number', () => {
  it('is counted from 1900 with a day that never was, or from 1904', () => {
    expect(serialDate(1, 'day', false)).toBe('1900-01-01');
    expect(serialDate(59, 'day', false)).toBe('1900-02-28');
    expect(serialDate(61, 'day', false)).toBe('1900-03-01');
    expect(serialDate(45_778, 'day', false)).toBe('2025-05-01');
    expect(serialDate(44_316, 'day', true)).toBe('2025-05-01');
    expect(serialDate(45_778.354166666664, 'instant', false)).toBe('2025-05-01T08:30:00');
    expect(serialDate(45_778.5, 'day', false)).toBe('2025-05-01T12:00:00');
    expect(serialDate(-1, 'day', false)).toBeUndefined();
    expect(serialDate(3_000_000, 'day', false)).toBeUndefined();
  });
});
