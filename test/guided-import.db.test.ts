import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { ImportRunner } from '../packages/engine/src/collect/import/run/import-runner.js';
import type { StagedFile } from '../packages/engine/src/collect/import/staged/staged-file.js';
import { excelFile, zipFile } from './excel-file.js';
import { ImportApp } from './import-app.js';

let app: ImportApp;
beforeAll(async () => {
  app = await ImportApp.open();
});
afterAll(() => app.close());

const mapping = (file: object, more: object = {}) =>
  JSON.stringify({
    version: 1,
    source: 'Any',
    file,
    zone: 'Europe/Berlin',
    channel: 'store',
    rows: [
      {
        rule: 'order',
        make: 'interaction',
        identifiers: { email: '{mail}' },
        name: 'Ordered',
        time: '{when}',
        value: { from: '{amount}', as: 'number' },
        currency: 'EUR',
        ...more,
      },
    ],
  });
const shop = (name: string) => ({ new: { name, channel: 'store' } });

describe('a file that was handed in', () => {
  it('is read as it is written, whatever its encoding and delimiter', async () => {
    const file = await app.staged('Käufe.csv', Buffer.from('Nr;Name\n1;M\u00fcller\n2;K\u00e4the\n', 'latin1'));
    expect(file).toMatchObject({
      name: 'Käufe.csv',
      format: 'csv',
      form: { encoding: 'windows-1252', isEncodingSure: true, encodingExamples: ['Müller', 'Käthe'], delimiter: ';' },
      columns: ['Nr', 'Name'],
      rowCount: { estimate: 2, isExact: true },
      sameAs: [],
    });
    const { items } = await app.call<{ items: StagedFile[] }>('GET', '/imports/files');
    expect(items.map(({ id }) => id)).toContain(file.id);
    const sample = await app.call<{ rows: unknown[] }>('GET', `/imports/files/${file.id}/sample`);
    expect(sample.rows[0]).toEqual({ line: 2, cells: ['1', 'Müller'] });
  });

  it('is read anew when somebody says how it is written', async () => {
    const file = await app.staged('a.csv', 'id;name\n1;a,b\n2;c,d\n');
    const changed = await app.call<StagedFile>('PATCH', `/imports/files/${file.id}`, {
      delimiter: ',',
      hasHeader: false,
    });
    expect(changed.form).toMatchObject({ delimiter: ',', hasHeader: false });
    expect(changed.columns).toEqual(['Column 1', 'Column 2']);
  });

  it.each([
    ['empty.csv', '', 'import.file-empty'],
    ['report.pdf', '%PDF-1.7 and more', 'import.file-unreadable'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.file-unreadable'],
    ['cut.xlsx', excelFile([{ name: 'A', rows: [['a'], ['b']] }]).subarray(0, 400), 'import.file-unreadable'],
    ['other.xlsx', zipFile([['word/document.xml', '<w/>']]), 'import.file-unreadable'],
    ['bomb.xlsx', zipFile([['xl/workbook.xml', Buffer.alloc(80 * 2 ** 20, ' ')]]), 'import.file-inflates'],
    ['broken.xlsx', zipFile([['xl/workbook.xml', '<workbook><sheets><sheet']]), 'import.file-unreadable'],
    ['cut.json', '[{"a":1},{"a":', 'import.file-unreadable'],
    ['wide.csv', `${Array.from({ length: 10_001 }, (_, at) => `c${at}`).join(',')}\n`, 'import.too-many-columns'],
  ])('is refused with a clear word and leaves nothing behind: %s', async (name, content, code) => {
    const before = readdirSync(app.staging);
    const answer = await app.drop(name, content);
    expect(answer.json()).toMatchObject({ code });
    expect(readdirSync(app.staging)).toEqual(before);
  });

  it('may have ten thousand columns', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const file = await app.staged('wide.csv', `${names.join(',')}\n${names.join(',')}\n`);
    expect(file.columns).toHaveLength(10_000);
  });

  it('is gone a day later', async () => {
    const file = await app.staged('late.csv', 'id\n1\n');
    app.test.clock.nowMs += 25 * 3_600_000;
    while (existsSync(join(app.staging, file.id))) await pause(20);
    expect((await app.ask('GET', `/imports/files/${file.id}`)).statusCode).toBe(404);
  });

  it('is still there after a restart', async () => {
    const file = await app.staged('a.csv', 'id\n1\n');
    const runner = new ImportRunner({
      url: app.database.urls.worker,
      intake: app.test.ctx.intake,
      staging: app.staging,
      clock: app.test.ctx.clock,
      log: app.test.ctx.log,
    });
    await runner.open();
    await runner.close();
    expect((await app.call<StagedFile>('GET', `/imports/files/${file.id}`)).columns).toEqual(['id']);
    expect(await app.call<object>('GET', `/imports/files/${file.id}/sample`)).toMatchObject({
      rows: [{ cells: ['1'] }],
    });
  });

  it('is removed by those who handed it in', async () => {
    const file = await app.staged('a.csv', 'id\n1\n');
    await app.call('DELETE', `/imports/files/${file.id}`);
    expect(existsSync(join(app.staging, file.id))).toBe(false);
  });
});

describe('a proposal', () => {
  it('comes with the mapping file it writes, which reads the file as it is', async () => {
    const file = await app.staged(
      'orders.csv',
      'Export of May\n\nmail;when\na@example.com;2026-05-01\nb@example.com;2026-05-02\n',
    );
    const { proposal, yaml } = await app.call<{
      proposal: { columns: { column: string }[]; mapping: object };
      yaml: string;
    }>('POST', `/imports/files/${file.id}/propose`, { answers: {} });
    expect(proposal.columns.map(({ column }) => column)).toEqual(['mail', 'when']);
    expect(parse(yaml)).toEqual(proposal.mapping);
    expect(parse(yaml)).toMatchObject({ file: { format: 'csv', delimiter: ';', skip: 2 } });
  });
});

describe('a preview', () => {
  it('shows persons and interactions as they would become, and keeps nothing', async () => {
    const file = await app.staged(
      'orders.csv',
      'mail,when,amount\nAda@Example.com,2026-05-01,5\nada@example.com,2026-05-03 10:00,6\n,2026-05-02,7\nb@example.com,soon,8\n',
    );
    const people = () => app.call<{ customers: number }>('GET', '/customers');
    const before = await people();
    const preview = await app.call<{
      counts: object;
      isWhole: boolean;
      persons: { interactions: object[] }[];
      setAside: object[];
    }>('POST', `/imports/files/${file.id}/preview`, { mapping: mapping({ format: 'csv' }) });
    expect(preview).toMatchObject({
      counts: { lines: 4, interactions: 3, persons: 1, recognised: 1, withoutPerson: 1, setAside: 1, passedOver: 0 },
      isWhole: true,
      persons: [{ identifiers: [{ namespace: 'email', value: 'ada@example.com' }], count: 2 }],
      setAside: [{ code: 'line.date-unreadable', line: 5 }],
    });
    expect(preview.persons[0]?.interactions).toMatchObject([
      { at: '2026-05-03T08:00:00.000Z', precision: 'instant', name: 'Ordered', value: '6', currency: 'EUR', line: 3 },
      { at: '2026-04-30T22:00:00.000Z', precision: 'day', line: 2 },
    ]);
    expect(await people()).toMatchObject({ customers: before.customers });
  });
});

describe('replacing an import by a newer file', () => {
  const content = (...lines: string[]) => `mail,when,amount\n${lines.join('\n')}\n`;

  it('takes the former back whole and counts the lines of the new one as new', async () => {
    const first = await app.staged('may.csv', content('r1@example.com,2026-05-01,1', 'r2@example.com,2026-05-01,2'));
    const body = { mapping: mapping({ format: 'csv' }), source: shop('Replaced') };
    const run = await app.ended((await app.call<ImportRun>('POST', `/imports/files/${first.id}/import`, body)).id);
    const newer = await app.staged('may-2.csv', content('r1@example.com,2026-05-01,1', 'r3@example.com,2026-05-01,3'));
    const both = await app.call<{ former: ImportRun; import: ImportRun }>('POST', `/imports/${run.id}/replace`, {
      file: newer.id,
    });
    expect(both).toMatchObject({ former: { state: 'undoing' }, import: { state: 'running', replaces: run.id } });
    expect(await app.ended(both.import.id)).toMatchObject({
      state: 'done',
      accepted: 2,
      duplicates: 0,
      replaces: run.id,
    });
    expect(await app.ended(run.id)).toMatchObject({ state: 'undone' });
  });

  it('leaves the former as it is when the new file does not fit its mapping', async () => {
    const first = await app.staged('june.csv', content('r1@example.com,2026-06-01,1'));
    const body = { mapping: mapping({ format: 'csv' }), source: shop('Kept') };
    const run = await app.ended((await app.call<ImportRun>('POST', `/imports/files/${first.id}/import`, body)).id);
    const newer = await app.staged('june-2.csv', 'email,when,amount\nr1@example.com,2026-06-01,1\n');
    const refused = await app.ask('POST', `/imports/${run.id}/replace`, { file: newer.id });
    expect(refused.json()).toMatchObject({ code: 'mapping.column-missing' });
    expect(await app.call<ImportRun>('GET', `/imports/${run.id}`)).toMatchObject({ state: 'done' });
  });
});

describe('importing a file that was handed in', () => {
  it('takes in an Excel file: dates, formulas, gaps, and the title above the table', async () => {
    const file = await app.staged(
      'orders.xlsx',
      excelFile([
        { name: 'Notes', rows: [['see the other sheet']] },
        {
          name: 'Orders',
          rows: [
            ['Orders of May'],
            [],
            ['mail', 'when', 'amount', null, 'note'],
            [
              'a@example.com',
              { serial: 46143.5, format: 22 },
              { formula: 'B1*2', value: 12.5 },
              null,
              { error: '#N/A' },
            ],
            [],
            [{ inline: 'b@example.com' }, { serial: 46144, format: 164 }, 19.989999999999998, null, 'ä & b'],
          ],
        },
      ]),
    );
    expect(file).toMatchObject({
      format: 'xlsx',
      form: { sheet: 'Orders', sheets: [{ name: 'Notes' }, { name: 'Orders' }] },
      columns: ['mail', 'when', 'amount', 'Column 4', 'note'],
    });
    const run = await app.call<ImportRun>('POST', `/imports/files/${file.id}/import`, {
      mapping: mapping({ format: 'xlsx', sheet: 'Orders' }),
      source: shop('Excel'),
    });
    expect(run).toMatchObject({ state: 'running', fileName: 'orders.xlsx', source: { name: 'Excel' } });
    expect(await app.ended(run.id)).toMatchObject({ state: 'done', read: 2, accepted: 2, setAside: 0 });
    expect((await app.ask('GET', `/imports/files/${file.id}`)).statusCode).toBe(404);
    expect(existsSync(join(app.staging, file.id))).toBe(false);
  });

  it('needs no more than yes: what is proposed for a table takes it in, and so does the mapping file it writes', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => {
      const day = `${String((at % 27) + 1).padStart(2, '0')}.0${(at % 9) + 1}.2026`;
      return [`B-${at}`, `kunde${at % 30}@example.de`, day, `${at},50`, at % 2 === 0 ? 'Köln' : 'Münster'];
    });
    const text = [['Bestellnr', 'E-Mail', 'Datum', 'Betrag', 'Filiale'], ...rows]
      .map((row) => row.join(';'))
      .join('\r\n');
    const first = await app.staged('Bestellungen.csv', Buffer.from(text, 'latin1'));
    const { yaml } = await app.call<{ yaml: string }>('POST', `/imports/files/${first.id}/propose`, { answers: {} });
    const run = await app.call<ImportRun>('POST', `/imports/files/${first.id}/import`, {
      answers: {},
      source: shop('By answers'),
    });
    expect(await app.ended(run.id)).toMatchObject({
      state: 'done',
      read: 60,
      interactions: 60,
      accepted: 60,
      setAside: 0,
    });
    const second = await app.staged('Bestellungen.csv', Buffer.from(text, 'latin1'));
    const again = await app.call<ImportRun>('POST', `/imports/files/${second.id}/import`, {
      mapping: yaml,
      source: { id: run.source.id },
      again: true,
    });
    expect(await app.ended(again.id)).toMatchObject({ state: 'done', accepted: 0, duplicates: 60, setAside: 0 });
  });

  it('of two who import the same file at once, one does', async () => {
    const file = await app.staged('once.csv', 'mail,when,amount\nonce@example.com,2026-05-01,1\n');
    const body = (name: string) => ({ mapping: mapping({ format: 'csv' }), source: shop(name) });
    const answers = await Promise.all([
      app.ask('POST', `/imports/files/${file.id}/import`, body('Once A')),
      app.ask('POST', `/imports/files/${file.id}/import`, body('Once B')),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404]);
    const made = answers.find(({ statusCode }) => statusCode === 201)?.json<ImportRun>();
    expect(await app.ended(made?.id ?? '')).toMatchObject({ state: 'done', accepted: 1 });
  });

  it('says before anything happens that a column is missing', async () => {
    const file = await app.staged('a.csv', 'mail,when\na@example.com,2026-05-01\n');
    const answer = await app.ask('POST', `/imports/files/${file.id}/import`, {
      mapping: mapping({ format: 'csv' }),
      source: shop('Missing'),
    });
    expect(answer.json()).toMatchObject({ code: 'mapping.column-missing' });
    const { items } = await app.call<{ items: { name: string }[] }>('GET', '/sources');
    expect(items.map(({ name }) => name)).not.toContain('Missing');
    expect((await app.ask('GET', `/imports/files/${file.id}`)).statusCode).toBe(200);
  });

  it('says that the same file was imported before, and two at once count once', async () => {
    const content = 'mail,when,amount\na@example.com,2026-05-01,1\nb@example.com,2026-05-01,2\n';
    const files = await Promise.all([app.staged('one.csv', content), app.staged('two.csv', content)]);
    const [first, second] = files;
    if (first === undefined || second === undefined) throw new Error('two files were handed in');
    const body = { mapping: mapping({ format: 'csv' }), source: shop('Twice') };
    const run = await app.call<ImportRun>('POST', `/imports/files/${first.id}/import`, body);
    const source = { id: run.source.id };
    const refused = await app.ask('POST', `/imports/files/${second.id}/import`, { ...body, source });
    expect(refused.json()).toMatchObject({ code: 'import.same-file', details: { import: run.id } });
    const again = await app.call<ImportRun>('POST', `/imports/files/${second.id}/import`, {
      ...body,
      source,
      again: true,
    });
    expect(await app.ended(run.id)).toMatchObject({ accepted: 2, duplicates: 0 });
    expect(await app.ended(again.id)).toMatchObject({ accepted: 0, duplicates: 2 });
    expect((await app.staged('three.csv', content)).sameAs.map((same) => same.import)).toEqual([again.id, run.id]);
  });
});
