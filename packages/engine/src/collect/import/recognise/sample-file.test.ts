import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileEncoding } from '@throughline/core/collect/mapping/file-encoding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from './detect-encoding.js';
import { sampleFile } from './sample-file.js';
import type { FormChoice, SampledFile } from './sampled-file.js';

async function sampled(content: string | Buffer, choice: FormChoice = {}): Promise<SampledFile> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-sample-'));
  try {
    await writeFile(join(folder, 'file'), content);
    return await sampleFile(folder, 'file', choice, new AbortController().signal);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The bytes of a text in an encoding of one byte. */
function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}

const wide = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

const names: Readonly<Record<string, readonly string[]>> = {
  German: ['Müller', 'Käthe Groß', 'Jörg Schäfer', 'Straße 5', 'Öztürk'],
  French: ['François', 'Hélène', 'Noël', 'Orléans', 'Île'],
  Spanish: ['Muñoz', 'José Peña', 'Málaga', 'Nuñez'],
  Polish: ['Łukasz', 'Wójcik', 'Żółć', 'Święty', 'Dąbrowski'],
  Czech: ['Dvořák', 'Černý', 'Růžička', 'Jiří', 'Plzeň'],
  Hungarian: ['Kovács', 'Győr', 'Erzsébet', 'Székesfehérvár'],
  Russian: ['Иван', 'Пётр', 'Москва'],
  Greek: ['Γιώργος', 'Αθήνα'],
};
const written: readonly (readonly [language: string, encodings: readonly FileEncoding[]])[] = [
  ['German', ['windows-1252', 'windows-1250', 'iso-8859-15', 'macintosh']],
  ['French', ['windows-1252', 'iso-8859-15', 'macintosh']],
  ['Spanish', ['windows-1252', 'iso-8859-15', 'macintosh']],
  ['Polish', ['windows-1250', 'iso-8859-2']],
  ['Czech', ['windows-1250', 'iso-8859-2']],
  ['Hungarian', ['windows-1250', 'iso-8859-2']],
  ['Russian', ['windows-1251']],
  ['Greek', ['windows-1253']],
];

describe('an encoding', () => {
  it.each(written.flatMap(([language, encodings]) => encodings.map((encoding) => [language, encoding] as const)))(
    'is told from the letters alone: %s in %s',
    (language, encoding) => {
      const text = (names[language] ?? []).map((name, at) => `${at};Anna ${name};12,50\n`).join('');
      const bytes = encoded(text, encoding);
      const found = detectEncoding(bytes, [bytes]);
      expect(new TextDecoder(found.encoding).decode(bytes)).toBe(text);
    },
  );

  it('of customers from several countries is still one', () => {
    const text = ['Müller', 'Hélène', 'Muñoz', 'Søren', 'Åse'].map((name) => `x;${name}\n`).join('');
    const bytes = encoded(text, 'windows-1252');
    expect(detectEncoding(bytes, [bytes]).encoding).toBe('windows-1252');
  });

  it('is UTF-8 if a few bytes of it are damaged, but not surely', () => {
    const bytes = Buffer.concat([
      Buffer.from('Käthe Müller Größe Äpfel Öl Über ß é è ê ç\n'.repeat(3)),
      Buffer.of(0xfc, 10),
    ]);
    expect(detectEncoding(bytes, [bytes])).toMatchObject({ encoding: 'utf-8', isSure: false });
  });

  it.each(['utf-8', 'windows-1252'] as const)('is told from the header alone: %s', (encoding) => {
    const text = 'PORTO;EMPFÄNGER;BETRAG\n0,00;werner@example.com;43,01\n';
    const bytes = encoding === 'utf-8' ? Buffer.from(text) : encoded(text, encoding);
    expect(detectEncoding(bytes, [bytes]).encoding).toBe(encoding);
  });

  it('is UTF-8 wherever a piece is cut out of it', () => {
    const bytes = Buffer.from('Müller;Αθήνα;5 €;👍;Łódź\n');
    const cut = fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length)).filter(([from, to]) => to - from > 6);
    fc.assert(
      fc.property(cut, ([from, to]) => {
        expect(detectEncoding(Buffer.from('name\n'), [bytes.subarray(from, to)]).encoding).toBe('utf-8');
      }),
    );
  });

  it('with a euro sign is the one that has it', () => {
    const bytes = encoded('5 €;Müller\n', 'iso-8859-15');
    expect(new TextDecoder(detectEncoding(bytes, [bytes]).encoding).decode(bytes)).toBe('5 €;Müller\n');
  });
});

describe('a sample', () => {
  const cell = fc.oneof(
    fc.constantFrom('Müller', 'Käthe', 'a@example.com', '12,50', '1.5', 'say "hi"', 'two\nlines', "it's", ''),
    fc.stringMatching(/^[a-z ]{1,12}$/),
  );
  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 5, max: 40 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  const form = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    encoding: fc.constantFrom('utf-8', 'marked', 'windows-1252', 'utf-16le', 'utf-16be'),
  });

  it('holds the cells of a table in any delimiter, line end and encoding', async () => {
    await fc.assert(
      fc.asyncProperty(table, form, async (rows, { delimiter, lineEnd, encoding }) => {
        const header = rows[0]?.map((_, at) => `spalte ${at}`) ?? [];
        const marked = rows.map((row, at) => ['Müller', ...row.slice(1, -1), `end ${at}`]);
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [header, ...marked]
          .map((row) => row.map((one) => (/["\n;,|\t]/.test(one) ? quoted(one) : one)).join(delimiter))
          .map((line) => line + lineEnd)
          .join('');
        const bytes =
          encoding === 'windows-1252'
            ? encoded(text, encoding)
            : encoding.startsWith('utf-16')
              ? wide(text, encoding === 'utf-16be')
              : Buffer.from(encoding === 'marked' ? `\ufeff${text}` : text);
        const { form: found, sample } = await sampled(bytes);
        expect(found.delimiter).toBe(delimiter);
        expect(sample.columns).toEqual(header);
        expect(sample.rows.map(({ cells }) => cells)).toEqual(
          marked.map((row) => row.map((one) => (one === '' ? null : one))),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('of a large file comes from all over it, with the numbers of its lines, past quoted line ends', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, at) => `${at},"first\nsecond, ""${at}""",2026-05-01,a${at}@example.com\n`,
    );
    const { sample, unreadable } = await sampled(`id,note,day,mail\n${lines.join('')}`);
    expect(unreadable).toBe(0);
    for (const { line, cells } of sample.rows) expect(line).toBe(2 + Number(cells[0]) * 2);
    const ids = sample.rows.map(({ cells }) => Number(cells[0]));
    expect(ids.length).toBeGreaterThan(800);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      expect(ids.some((id) => id >= tenth * 6_000 && id < (tenth + 1) * 6_000)).toBe(true);
    }
    expect(sample.blocks.length).toBeGreaterThan(8);
    expect(Math.abs(sample.rowCount.estimate - 60_000)).toBeLessThan(1_200);
  });

  it('leaves out what stands above the header, and makes names up where there is none', async () => {
    expect((await sampled('Report of May;;\n\nNr;Name;Ort\n1;a;b\n2;c;d\n')).form).toMatchObject({
      hasHeader: true,
      skip: 2,
    });
    const bare = await sampled('1;a@example.com;2026-05-01\n2;b@example.com;2026-05-02\n');
    expect(bare).toMatchObject({
      form: { hasHeader: false },
      sample: { columns: ['Column 1', 'Column 2', 'Column 3'] },
    });
    expect(bare.sample.rows).toHaveLength(2);
  });

  it('of a JSON document is that of its list, with objects in objects as columns', async () => {
    const { sample } = await sampled(
      '{"total": 2, "rows": [\n{"id": 1, "who": {"mail": "a@example.com"}},\n{"id": 2, "tags": ["x"]}\n]}',
    );
    expect(sample).toMatchObject({
      format: 'jsonl',
      columns: ['id', 'who.mail', 'tags'],
      rows: [
        { line: 1, cells: [1, 'a@example.com', null] },
        { line: 2, cells: [2, null, { type: 'nested', json: '["x"]' }] },
      ],
    });
  });
});
