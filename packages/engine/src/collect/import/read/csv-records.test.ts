import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteText } from './byte-text.js';
import { csvRecords } from './csv-records.js';
import { lineEndOf } from './line-end.js';
import { decoderOf } from './text-decoder.js';

/** Hands out the bytes in pieces of that size. */
const pieces = (bytes: Buffer, size: number): ByteText => {
  let at = 0;
  return () => {
    at += size;
    return bytes.subarray(at - size, at).toString('latin1');
  };
};
const dialect = { delimiter: ',', quote: '"', lineEnd: '\n' as const, decode: decoderOf('utf-8') };
const read = (content: string | Buffer, size = 7) => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content);
  const lineEnd = lineEndOf(bytes.toString('latin1'));
  return [...csvRecords(pieces(bytes, size), { ...dialect, lineEnd }, { byte: 0, line: 1 })];
};
const outcome = (content: string | Buffer, size = 7) =>
  read(content, size).map((record) => [record.at.line, record.type === 'read' ? record.cells : record.reason]);

describe('csvRecords', () => {
  it('reads quoted cells with delimiters, quotes and line ends, and counts lines as an editor does', () => {
    expect(outcome('a,"b,""c""\nd",e\r\n\n"",x\n1,2')).toEqual([
      [1, ['a', 'b,"c"\nd', 'e']],
      [4, ['', 'x']],
      [5, ['1', '2']],
    ]);
  });

  it('takes a quote inside an unquoted cell for what it is', () => {
    expect(outcome('TV 42",black\n5\'8",x"y"z\n')).toEqual([
      [1, ['TV 42"', 'black']],
      [2, ['5\'8"', 'x"y"z']],
    ]);
  });

  it('sets aside the one line whose quote is never closed, and reads the next ones', () => {
    expect(outcome('a,"b\nc,d\ne,f\n')).toEqual([
      [1, 'quote-open'],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
    ]);
  });

  it('does not take what stands between two quotes that were never closed for a cell', () => {
    expect(outcome('a,"b\nc,d\ne,"f\ng,h\n')).toEqual([
      [1, 'quote-open'],
      [2, ['c', 'd']],
      [3, 'quote-open'],
      [4, ['g', 'h']],
    ]);
  });

  it('sets aside text behind a closing quote up to the end of that line', () => {
    expect(outcome('"a"b,c\nd,e\n')).toEqual([
      [1, 'after-quote'],
      [2, ['d', 'e']],
    ]);
  });

  it('sets aside the line with bytes that are no UTF-8, and no other', () => {
    const bytes = Buffer.concat([
      Buffer.from('grün,1\n'),
      Buffer.from([0x67, 0xfc, 0x2c, 0x0a]),
      Buffer.from('"ü",2\n'),
    ]);
    expect(outcome(bytes)).toEqual([
      [1, ['grün', '1']],
      [2, 'not-text'],
      [3, ['ü', '2']],
    ]);
  });

  it('reads carriage returns as line ends when the file has no other', () => {
    expect(outcome('a,b\rc,d\r')).toEqual([
      [1, ['a', 'b']],
      [2, ['c', 'd']],
    ]);
  });

  it('hands out a line of megabytes in bounded pieces', () => {
    const records = read(`${'x'.repeat(3 * 1024 * 1024)}\na,b\n`, 512 * 1024);
    expect(records.map((record) => (record.type === 'read' ? 'read' : record.reason))).toEqual([
      ...records.slice(0, -1).map(() => 'too-long'),
      'read',
    ]);
    expect(records.at(-1)?.at.line).toBe(2);
    expect(Math.max(...records.map((record) => record.next.byte - record.at.byte))).toBeLessThan(2.1 * 1024 * 1024);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '🙂', ' ', ',', '"', '\n', ';', '1'), maxLength: 8 });
  const written = (text: string, always: boolean) =>
    always || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const table = fc.array(
    fc.record({ cells: fc.array(cell, { minLength: 2, maxLength: 4 }), quoteAll: fc.boolean(), crlf: fc.boolean() }),
    { minLength: 1, maxLength: 12 },
  );

  it('finds the cells that were written, wherever the pieces are cut, as csv-parse does', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const text = rows
          .map(
            ({ cells, quoteAll, crlf }) =>
              cells.map((one) => written(one, quoteAll)).join(',') + (crlf ? '\r\n' : '\n'),
          )
          .join('');
        const found = read(text, size).map((record) => (record.type === 'read' ? record.cells : record.reason));
        expect(found).toEqual(rows.map(({ cells }) => cells));
        const peer = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
        expect(found).toEqual(peer);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no byte of whatever it is given: records and blank lines follow one another', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (noise, size) => {
        const bytes = Buffer.from(
          noise.map((byte) => (byte < 60 ? ([0x22, 0x2c, 0x0a, 0x0d][byte % 4] ?? byte) : byte)),
        );
        const records = read(bytes, size);
        let at = 0;
        for (const record of records) {
          expect(bytes.subarray(at, record.at.byte).toString('latin1').trim()).toBe('');
          expect(record.next.byte).toBeGreaterThan(record.at.byte);
          at = record.next.byte;
        }
        expect(bytes.subarray(at).toString('latin1').trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
