import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import type { DescribedMending } from '../packages/engine/src/collect/set-aside/mending-schema.js';
import { keepReplayed, readItems } from '../packages/engine/src/collect/set-aside/replay-items.js';
import { beginning, waitingItems } from '../packages/engine/src/collect/set-aside/set-aside.sql.js';
import { mendedBy } from '../packages/engine/src/collect/set-aside/work-on-mending.js';
import { inWorkspace } from '../packages/engine/src/store/postgres/in-workspace.js';
import { ImportApp } from './import-app.js';
import { mended } from './mended.js';

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
const ordered = async (path: string, body: object): Promise<DescribedMending> =>
  mended(await app.call('POST', `/set-aside/${path}`, body), (at) => app.call('GET', at));
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
    expect(await ordered('mend', body)).toMatchObject({ replayed: 2, stillAside: 0 });
    expect(await app.ended(run.id)).toMatchObject({ setAside: 0 });
    expect(await days('Years')).toEqual(['2026-02-24', '2026-05-01', '2026-05-03']);
    expect(await ordered('mend', body)).toMatchObject({ replayed: 0, stillAside: 0 });
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
    expect(await ordered('mend', body)).toMatchObject({ replayed: 23, stillAside: 1 });
    expect((await partOf('line.number-unreadable', run)).suggestion).toBeNull();
  });

  it('in an order of their own are read so when somebody says it', async () => {
    const run = await imported('Order', 'mail;Tag;Betrag;Ort\na@example.com;5/12/2026;1;\n');
    const { column, suggestion } = await partOf('line.date-unreadable', run);
    expect(suggestion).not.toBeNull();
    const answer = { type: 'date', formats: ['M/d/yyyy'] };
    const body = { code: 'line.date-unreadable', import: run.id, column, answer };
    expect(await ordered('mend', body)).toMatchObject({ replayed: 1, stillAside: 0 });
    expect(await days('Order')).toEqual(['2026-05-12']);
  });
});

describe('mending many lines', () => {
  const many = 1_200;
  const undated = (source: string, lines = many) =>
    imported(
      source,
      `mail;Tag;Betrag;Ort\na@example.com;01.05.2026;5;\n${Array.from({ length: lines }, (_, at) => `c${at}@example.com;0${1 + (at % 9)}.05.;${at};\n`).join('')}`,
    );
  const orderFor = ({ id }: ImportRun) => ({
    code: 'line.date-unreadable',
    import: id,
    column: 'Tag',
    answer: { type: 'year', year: 2026, formats: ['yyyy dd.MM.'] },
  });
  const refusal = async (path: string, payload: object) =>
    (await app.test.app.inject({ method: 'POST', url: app.base + path, headers: app.headers, payload })).json<{
      code: string;
    }>();
  const logged = async (source: string) => {
    const found = await app.owner.query<{ rows: number; messages: number }>(
      `select count(*)::integer as rows, count(distinct message)::integer as messages
       from intake i
       join source s using (workspace, source)
       where s.name = $1`,
      [source],
    );
    return found.rows[0];
  };

  it('is answered at once and done once, however many order it', async () => {
    const run = await undated('Twice');
    const order = orderFor(run);
    const both = await Promise.all([
      app.call<DescribedMending>('POST', '/set-aside/mend', order),
      app.call<DescribedMending>('POST', '/set-aside/mend', order),
    ]);
    expect(both.map(({ id }) => id)).toEqual([both[0].id, both[0].id]);
    expect(both[0]).toMatchObject({ waiting: many, act: 'answer', import: run.id });
    expect(await mended(both[0], (path) => app.call('GET', path))).toMatchObject({
      ...{ state: 'done', replayed: many, stillAside: 0, error: null },
    });
    expect(await logged('Twice')).toEqual({ rows: many + 1, messages: many + 1 });
    while ((await app.resolver.step()) !== 'idle');
    expect(await app.ended(run.id)).toMatchObject({ accepted: many + 1, duplicates: 0, setAside: 0 });
    const { items } = await app.call<{ items: DescribedMending[] }>('GET', '/set-aside/mendings');
    expect(items.filter((one) => one.import === run.id)).toHaveLength(1);
  });

  it('stops when somebody says so, keeps what it has done, and another order takes up the rest', async () => {
    const run = await undated('Stopped');
    const mending = await app.call<DescribedMending>('POST', '/set-aside/mend', orderFor(run));
    const other = { ...orderFor(run), answer: { type: 'year', year: 2025, formats: ['yyyy dd.MM.'] } };
    expect(await refusal('/set-aside/mend', other)).toMatchObject({ code: 'set-aside.being-mended' });
    const stopped = await app.call<DescribedMending>('POST', `/set-aside/mendings/${mending.id}/stop`);
    expect(stopped.state).toBe('stopped');
    expect(stopped.replayed).toBeLessThan(many);
    expect(await logged('Stopped')).toEqual({ rows: stopped.replayed + 1, messages: stopped.replayed + 1 });
    expect(await refusal(`/set-aside/mendings/${mending.id}/stop`, {})).toMatchObject({
      code: 'set-aside.mending-over',
    });
    const rest = await ordered('mend', orderFor(run));
    expect(rest).toMatchObject({ state: 'done', replayed: many - stopped.replayed });
    expect(await logged('Stopped')).toEqual({ rows: many + 1, messages: many + 1 });
  });

  it('goes on where it was left, and leaves out what came after the order', async () => {
    const first = await undated('Before', 30);
    const { number, id } = await cutOff(first);
    app.test.clock.nowMs += 1_000;
    const later = await undated('After', 10);
    await app.test.ctx.mendings.stop(number, id);
    app.test.ctx.mendings.start(number, id);
    const done = await mended(await app.call('GET', `/set-aside/mendings/${id}`), (path) => app.call('GET', path));
    expect(done).toMatchObject({ state: 'done', waiting: 30, leftOut: 30 });
    expect(await partOf('line.date-unreadable', later)).toMatchObject({ count: 10 });
  });

  /** An order to leave everything out as a server leaves it behind that is killed right after the order. */
  const cutOff = async (run: ImportRun) => {
    const { number, actor } = await app.owner
      .query<{ number: number; actor: string }>(
        `select workspace as number, created_by as actor from import_run where id = $1`,
        [run.id],
      )
      .then(({ rows: [row] }) => row ?? { number: 0, actor: '' });
    const id = randomUUID();
    await app.owner.query(
      `insert into mending (workspace, id, code, import, act, state, waiting, created_by, created_at)
       select $1, $2, 'line.date-unreadable', 0, '{"type":"leave-out","note":"no year"}', 'running', 30, $3, $4`,
      [number, id, actor, new Date(app.test.clock.nowMs)],
    );
    return { number, id };
  };

  it('keeps nothing of a batch of which somebody decided on a line meanwhile', async () => {
    const run = await undated('Raced', 3);
    const { number } = await app.owner
      .query<{ number: number }>('select workspace as number from import_run where id = $1', [run.id])
      .then(({ rows: [row] }) => row ?? { number: 0 });
    const items = await inWorkspace(app.test.ctx, number, (client) =>
      waitingItems(client, number, { code: 'line.date-unreadable' }, beginning, 100),
    );
    const own = items.filter(({ sourceName }) => sourceName === 'Raced');
    const mend = mendedBy({
      type: 'answer',
      column: 'Tag',
      answer: { type: 'year', year: 2026, formats: ['yyyy dd.MM.'] },
    });
    const todo = own.map((item) => ({ item, mended: undefined }));
    const read = await readItems(app.test.ctx, number, todo, mend);
    expect(read).toMatchObject({ done: own.map(({ id }) => id), stillAside: [] });
    await app.call('POST', `/set-aside/${own[1]?.id}/leave-out`, { note: 'a test' });
    await expect(keepReplayed(app.test.ctx, number, read, 'Ada')).rejects.toMatchObject({ code: 'set-aside.decided' });
    expect(await logged('Raced')).toEqual({ rows: 1, messages: 1 });
    expect(await ordered('mend', orderFor(run))).toMatchObject({ state: 'done', waiting: 2, replayed: 2 });
    expect(await logged('Raced')).toEqual({ rows: 3, messages: 3 });
  });

  it('of an import that is being taken back takes nothing in', async () => {
    const run = await undated('Gone', 5);
    await app.call('POST', `/imports/${run.id}/undo`);
    expect(await refusal('/set-aside/mend', orderFor(run))).toMatchObject({ code: 'set-aside.import-undone' });
    expect(await ordered('replay', { code: 'line.date-unreadable' })).toMatchObject({ replayed: 0 });
    expect(await logged('Gone')).toEqual({ rows: 1, messages: 1 });
    expect((await app.ended(run.id)).state).toBe('undone');
  });
});
