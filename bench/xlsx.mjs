#!/usr/bin/env node
/**
 * Reading of an Excel file: rows a second out of the sheet, and into messages as an import makes them: `node bench/xlsx.mjs [rows]`. Beside
 * it, in the same run and process: the bare unzipping and XML parser over the same sheet, and the same rows from CSV into messages.
 */
import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { openPromise } from 'yauzl';
import { rewriteXlsx } from '../packages/engine/dist/collect/connectors/xlsx/read-xlsx.js';
import { readMessages } from '../packages/engine/dist/collect/import/read/read-messages.js';
import { machine } from './start-bench.mjs';

const rows = Number(process.argv[2] ?? 200_000);
const header = ['order', 'email', 'at', 'amount', 'city', 'topic', 'pieces', 'code', 'channel', 'note'];
const cities = ['Berlin', 'Hamburg', 'München', 'Köln', 'Leipzig', 'Bremen'];
const lineOf = (at) => [
  `A-${100_000 + at}`,
  `person${at % 50_000}@example.com`,
  45_000 + (at % 700) + 0.25,
  (at % 20_000) / 100,
  cities[at % cities.length],
  `topic ${at % 40}`,
  at % 9,
  `${at % 977}`,
  at % 2 === 0 ? 'web' : 'store',
  at % 5 === 0 ? `left at the door of house ${at}` : '',
];

const folder = mkdtempSync(join(tmpdir(), 'throughline-xlsx-'));
try {
  const [book, csv, lines] = ['orders.xlsx', 'orders.csv', 'lines'].map((name) => join(folder, name));
  const size = await writeBook(book);
  writeCsv(csv);
  const rewriting = await timed(() => rewriteXlsx(book, lines, {}, new AbortController().signal));
  const reading = await timed(() => read('jsonl', lines));
  const bare = await timed(() => parseOnly(book));
  const fromCsv = await timed(() => read('csv', csv));
  const perSecond = (...times) => {
    const [byClock, byProcessor] = ['clockMs', 'processorMs'].map((kind) =>
      Math.round(rows / (times.reduce((sum, time) => sum + time[kind], 0) / 1000)),
    );
    return `${byClock} rows/s (${byProcessor} a second of processor)`;
  };
  console.log(
    `${machine()}; ${rows} rows of ${header.length} columns, ${Math.round(size / 1e6)} MB of XML, half of the cells shared texts`,
  );
  console.log(
    `xlsx.read: ${perSecond(rewriting)} out of the sheet; into messages ${perSecond(rewriting, reading)}; beside it: bare unzip and XML parser ${perSecond(bare)}, the same rows from CSV into messages ${perSecond(fromCsv)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** By the clock, and of processors: that tells more while other programs run. */
async function timed(work) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clockMs: performance.now() - startedAt, processorMs: (user + system) / 1000 };
}

function read(format, file) {
  const mapping = {
    version: 1,
    source: 'Shop',
    file: { format },
    zone: 'Europe/Berlin',
    channel: 'web',
    ...(format === 'csv' ? { dates: 'excel' } : {}),
    rows: [
      {
        rule: 'order',
        make: 'interaction',
        key: ['order'],
        identifiers: { email: '{email}' },
        name: 'Ordered',
        time: '{at}',
        value: '{amount}',
        currency: 'EUR',
        properties: { city: '{city}', topic: '{topic}', pieces: '{pieces}', note: '{note}' },
      },
    ],
  };
  const order = {
    ...{ folder, file, format, encoding: 'utf-8', mapping, import: 1, source: 1, zone: 'Europe/Berlin' },
    ...{ importId: '01890000-0000-7000-8000-000000000000', receivedAtMs: Date.now() },
  };
  let messages = 0;
  const aside = [];
  for (const batch of readMessages(order)) {
    messages += batch.rows.length;
    if (aside.length === 0) aside.push(...batch.setAside.slice(0, 1));
  }
  if (messages !== rows) throw new Error(`${messages} of ${rows} rows became messages: ${aside[0]?.reason ?? 'none'}`);
}

/** Everything the parser tells is thrown away. */
async function parseOnly(book) {
  const zip = await openPromise(book, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (!/sheet1|sharedStrings/.test(entry.fileName)) continue;
    const parser = new SaxesParser({ xmlns: false });
    let heard = 0;
    for (const event of ['opentag', 'text', 'closetag']) parser.on(event, () => (heard += 1));
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) parser.write(piece.toString('utf8'));
    parser.close();
    if (heard === 0) throw new Error('the parser said nothing');
  }
  zip.close();
}

function writeCsv(path) {
  const file = openSync(path, 'w');
  writeSync(file, `${header.join(',')}\n`);
  for (let from = 0; from < rows; from += 10_000) {
    let text = '';
    for (let at = from; at < Math.min(rows, from + 10_000); at += 1) text += `${lineOf(at).join(',')}\n`;
    writeSync(file, text);
  }
}

/** Writes an Excel file as Excel does: texts are shared, dates are numbers under a style. The size of its sheet as XML. */
async function writeBook(path) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const texts = new Map();
  const cell = (value, column, row) => {
    if (value === '') return '';
    const at = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof value === 'number') return `<c r="${at}"${column === 2 ? ' s="1"' : ''}><v>${value}</v></c>`;
    const index = texts.get(value) ?? texts.size;
    texts.set(value, index);
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  };
  const row = (values, at) => `<row r="${at}">${values.map((value, column) => cell(value, column, at)).join('')}</row>`;
  const sheet = await deflated(function* () {
    yield `<worksheet xmlns="${main}"><sheetData>${row(header, 1)}`;
    for (let at = 0; at < rows; at += 1) yield row(lineOf(at), at + 2);
    yield '</sheetData></worksheet>';
  });
  const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const others = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${related}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${related}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
  };
  const parts = [['xl/worksheets/sheet1.xml', sheet]];
  for (const [name, text] of Object.entries(others)) parts.push([name, await deflated(() => [text])]);
  const shared = await deflated(function* () {
    yield `<sst xmlns="${main}">`;
    for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  });
  writeFileSync(path, zipOf([...parts, ['xl/sharedStrings.xml', shared]]));
  return sheet.size;
}

async function deflated(pieces) {
  const deflate = createDeflateRaw();
  const collected = [];
  deflate.on('data', (piece) => collected.push(piece));
  let [size, sum, gathered] = [0, 0, ''];
  const write = async (text) => {
    const bytes = Buffer.from(text);
    size += bytes.length;
    sum = crc32(bytes, sum);
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
  };
  for (const piece of pieces()) {
    gathered += piece;
    if (gathered.length < 100_000) continue;
    await write(gathered);
    gathered = '';
  }
  await write(gathered);
  deflate.end();
  await new Promise((resolve) => deflate.once('end', resolve));
  return { bytes: Buffer.concat(collected), size, sum };
}

function zipOf(parts) {
  const [local, central] = [[], []];
  let offset = 0;
  for (const [name, { bytes, size, sum }] of parts) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(sum, 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, tail, Buffer.from(name));
    offset += 30 + name.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
