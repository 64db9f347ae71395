import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { ImportApp } from './import-app.js';

let app: ImportApp;
beforeAll(async () => {
  app = await ImportApp.open();
});
afterAll(() => app.close());

/** Imports a file of orders and waits until all of it is resolved. */
const imported = async (source: string, content: string | Buffer, file: object = {}): Promise<ImportRun> => {
  const { id } = await app.staged('orders.csv', content);
  const mapping = JSON.stringify({
    version: 1,
    source,
    file: { format: 'csv', delimiter: ';', ...file },
    zone: 'Europe/Berlin',
    dates: 'dd.MM.yyyy',
    rows: [
      {
        rule: 'order',
        make: 'interaction',
        identifiers: { email: '{mail}' },
        name: 'Ordered',
        time: '{Tag}',
        value: { from: '{Betrag}', as: 'number' },
        properties: { city: '{Ort}' },
      },
    ],
  });
  const made = await app.call<ImportRun>('POST', `/imports/files/${id}/import`, {
    mapping,
    source: { new: { name: source, channel: 'store' } },
  });
  return app.ended(made.id);
};
interface Part {
  readonly import: string;
  readonly count: number;
  readonly column: string;
  readonly suggestion: { readonly label: object; readonly answer: object } | null;
  readonly samples: readonly {
    readonly body: string;
    readonly marks: readonly { readonly start: number; readonly end: number }[];
  }[];
}
const partOf = async (code: string, run: ImportRun): Promise<Part> => {
  const { groups } = await app.call<{ groups: { code: string; parts: Part[] }[] }>('GET', '/set-aside');
  const part = groups.find((group) => group.code === code)?.parts.find((one) => one.import === run.id);
  if (part === undefined) throw new Error(`nothing of the import waits for ${code}`);
  return part;
};
const days = async (source: string) => {
  const found = await app.owner.query<{ day: string }>(
    `select to_char(i.occurred_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day
     from intake i
     join source s using (workspace, source)
     where s.name = $1
     order by 1`,
    [source],
  );
  return found.rows.map(({ day }) => day);
};

describe('lines that were set aside', () => {
  it('without a year show the odd part, are read in the year of the others and appear at their own time', async () => {
    const lines = Buffer.from(
      'mail;Tag;Betrag;Ort\na@example.com;01.05.2026;5;K\u00f6ln\nb@example.com;03.05.;6;M\u00fcnchen\nc@example.com;"24.02.";7;\n',
      'latin1',
    );
    const run = await imported('Years', lines, { encoding: 'windows-1252' });
    expect(run).toMatchObject({ accepted: 1, setAside: 2 });
    const part = await partOf('line.date-unreadable', run);
    expect(part).toMatchObject({
      count: 2,
      column: 'Tag',
      suggestion: {
        why: { key: 'collect.mend.year.why' },
        label: { key: 'collect.mend.year.label', values: { year: 2026 } },
        reads: 2,
        of: 2,
      },
    });
    const odd = part.samples.map(({ body, marks }) => marks.map(({ start, end }) => body.slice(start, end)));
    expect(odd.flat().sort()).toEqual(['03.05.', '24.02.']);
    expect(part.samples.some(({ body }) => body.includes('München'))).toBe(true);
    const { suggestion, ...of } = part;
    const body = { code: 'line.date-unreadable', import: of.import, column: of.column, answer: suggestion?.answer };
    expect(await app.call('POST', '/set-aside/mend', body)).toEqual({ replayed: 2, stillAside: 0 });
    expect(await app.ended(run.id)).toMatchObject({ setAside: 0 });
    expect(await days('Years')).toEqual(['2026-02-24', '2026-05-01', '2026-05-03']);
    expect(await app.call('POST', '/set-aside/mend', body)).toEqual({ replayed: 0, stillAside: 0 });
  });

  it('with the other decimal mark are read by it, and what is no number stays', async () => {
    const run = await imported(
      'Marks',
      'mail;Tag;Betrag;Ort\na@example.com;01.05.2026;5,50;\nb@example.com;02.05.2026;6,25;\nb@example.com;02.05.2026;"7,25";\n' +
        Array.from({ length: 20 }, (_, at) => `c@example.com;03.05.2026;${at},5;\n`).join('') +
        'd@example.com;04.05.2026;much;\n',
    );
    const { column, suggestion } = await partOf('line.number-unreadable', run);
    expect(suggestion?.answer).toEqual({ type: 'decimal', decimal: ',' });
    const body = { code: 'line.number-unreadable', import: run.id, column, answer: suggestion?.answer };
    expect(await app.call('POST', '/set-aside/mend', body)).toEqual({ replayed: 23, stillAside: 1 });
    expect((await partOf('line.number-unreadable', run)).suggestion).toBeNull();
  });

  it('in an order of their own are read so when somebody says it', async () => {
    const run = await imported('Order', 'mail;Tag;Betrag;Ort\na@example.com;5/12/2026;1;\n');
    const { column, suggestion } = await partOf('line.date-unreadable', run);
    expect(suggestion).not.toBeNull();
    const answer = { type: 'date', formats: ['M/d/yyyy'] };
    const body = { code: 'line.date-unreadable', import: run.id, column, answer };
    expect(await app.call('POST', '/set-aside/mend', body)).toEqual({ replayed: 1, stillAside: 0 });
    expect(await days('Order')).toEqual(['2026-05-12']);
  });
});
