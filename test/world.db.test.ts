import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isRecordRule } from '@throughline/core/collect/mapping/mapping';
import { profiles } from '@throughline/world/profile';
import { type SampleCompany, sampleCompany } from '@throughline/world/sample-company';
import type { SampleFile } from '@throughline/world/sample-file';
import type { SampleSystem } from '@throughline/world/sample-system';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { Resolver } from '../packages/engine/src/resolve/worker/resolver.js';
import { pairwise } from './pairwise.js';
import { publicUrl, setUp, type TestApp, testApp } from './test-app.js';
import { testPostgres } from './test-postgres.js';

/*
 * A company of 200 goes through the tracking API and the import as real data do, and is then held against its truth: each interaction is
 * counted once, nothing is set aside, and who the engine holds for one person is compared with who is one.
 */

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe.each(profiles)('a simulated company (%s)', { timeout: 600_000 }, (profile) => {
  const company = sampleCompany({ profile, customers: 200, seed: 4, until: Date.UTC(2026, 5, 1) });
  let loaded: LoadedCompany;

  beforeAll(async () => {
    loaded = await LoadedCompany.load(company);
  }, 600_000);
  afterAll(() => loaded?.close());

  it('comes in without anything being set aside', async () => {
    expect(await loaded.rows('select code, reason from set_aside limit 5')).toEqual([]);
  });

  it('counts each record once, however often it was sent', async () => {
    const stored = await loaded.rows<{ name: string; stored: string; duplicates: string }>(
      `select s.name, sum(d.stored) as stored, sum(d.duplicates) as duplicates
         from source_day d join source s on s.workspace = d.workspace and s.source = d.source group by s.name`,
    );
    const told = rowsOf(truth(company, 'records')).filter(({ what }) => what !== 'row');
    for (const { key, kind, source, files } of company.systems) {
      if (kind === 'later') continue;
      const records = told.filter(({ system }) => system === key);
      const counted = stored.find(({ name }) => name === source.name);
      const doubled = records.filter(({ copies }) => copies === '2').length;
      const ofCompany = files.reduce((sum, file) => sum + recordsOfCompany(file), 0);
      const once = String(records.length + ofCompany);
      expect([key, counted?.stored, counted?.duplicates]).toEqual([key, once, String(doubled)]);
    }
    expect(told.some(({ copies }) => copies === '2')).toBe(true);
  });

  it('makes as many interactions of each file as the truth knows', () => {
    const told = rowsOf(truth(company, 'records')).filter(({ what }) => what === 'interaction');
    for (const [name, run] of loaded.runs)
      expect([name, run.interactions]).toEqual([name, told.filter(({ file }) => file === name).length]);
  });

  it('shows what was counted, what happened and what advertising cost as the lists have it', async () => {
    for (const { name, mapping } of company.systems.flatMap(({ files }) => files)) {
      const [rule] = mapping?.rows ?? [];
      if (rule === undefined || !isRecordRule(rule)) continue;
      const [shown] = await loaded.rows<{ shown: string }>(`select count(*) as shown from ${tableOf[rule.make]}`);
      const files = company.systems.flatMap((system) => system.files);
      const told = files.filter((file) => file.mapping?.rows[0]?.make === rule.make).map(recordsOfCompany);
      expect([name, shown?.shown]).toEqual([name, String(told.reduce((sum, rows) => sum + rows, 0))]);
    }
  });

  it('is resolved as the truth has it, and says how far', async () => {
    const persons = await loaded.rows<{ namespace: string; value: string; person: string }>(
      `select s.name as namespace, i.value, p.person::text
         from identifier i
         join namespace s on s.workspace = i.workspace and s.code = i.namespace
         join node_person p on p.workspace = i.workspace and p.node = i.node and p.valid_to = 'infinity'`,
    );
    const personOf = new Map(persons.map(({ namespace, value, person }) => [`${namespace} ${value}`, person]));
    const owned = rowsOf(truth(company, 'identifiers')).filter(({ kind }) => kind === 'own');
    const pairs = pairwise(
      owned.flatMap(({ namespace = '', value = '', person = '' }) => {
        const joined = personOf.get(`${namespace} ${value}`);
        return joined === undefined ? [] : [{ truly: person, joined }];
      }),
    );
    const { precision, recall } = pairs;
    console.log(`${profile}: pairs of identifiers: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
    expect(owned.length).toBeGreaterThan(400);
    // Of so few people one family is more than a thousandth of all pairs; what is reached with more stands in the joins of the world.
    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThan(0.5);
  });
});

/** The engine with a company in it. */
class LoadedCompany {
  readonly #test: TestApp;
  readonly #owner: Client;
  readonly #resolver: Resolver;
  readonly #base: string;
  readonly #headers: Record<string, string>;
  /** What came of each imported file, by its name. */
  readonly runs = new Map<string, ImportRun>();

  private constructor(test: TestApp, owner: Client, resolver: Resolver, base: string, cookie: string) {
    this.#test = test;
    this.#owner = owner;
    this.#resolver = resolver;
    this.#base = base;
    this.#headers = { cookie, origin: publicUrl };
  }

  static async load(company: SampleCompany): Promise<LoadedCompany> {
    const postgres = await testPostgres();
    const test = await testApp(postgres);
    const owner = new Client({ connectionString: postgres.urls.owner });
    await owner.connect();
    const { slug, cookie } = await setUp(test);
    const url = postgres.urls.worker;
    const resolver = new Resolver({ url, owner: randomUUID(), log: silent, now: Date.now, leaseMs: 60_000 });
    const loaded = new LoadedCompany(test, owner, resolver, `/api/w/${slug}`, cookie);
    for (const system of company.systems) await loaded.#bring(system);
    while ((await resolver.step()) === 'worked');
    return loaded;
  }

  async rows<T extends object>(sql: string): Promise<readonly T[]> {
    return (await this.#owner.query<T>(sql)).rows;
  }

  async close(): Promise<void> {
    await this.#resolver.stop();
    await this.#test.close();
    await this.#owner.end();
  }

  async #bring({ kind, source, files }: SampleSystem): Promise<void> {
    if (kind === 'later') return;
    const { writeKey } = await this.#call<{ writeKey: string }>('POST', '/sources', source);
    for (const file of files) await (kind === 'tracking' ? this.#send(file, writeKey) : this.#import(file));
  }

  async #send(file: SampleFile, writeKey: string): Promise<void> {
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const lines = [...file.lines()];
    for (let from = 0; from < lines.length; from += 1_000) {
      const answer = await this.#test.app.inject({
        method: 'POST',
        url: '/v1/batch',
        headers: { authorization, 'content-type': 'application/json' },
        payload: `{"batch":[${lines.slice(from, from + 1_000).join(',')}]}`,
      });
      expect(answer.json()).toMatchObject({ success: true, setAside: [] });
    }
  }

  async #import(file: SampleFile): Promise<void> {
    const fileName = file.name.split('/').at(-1) ?? file.name;
    const mapping = JSON.stringify(file.mapping);
    const { id } = await this.#call<ImportRun>('POST', '/imports', { fileName, mapping });
    const sent = await this.#test.app.inject({
      method: 'PUT',
      url: `${this.#base}/imports/${id}/file?name=${fileName}`,
      headers: { ...this.#headers, 'content-type': 'text/csv' },
      payload: `${[...file.lines()].join('\n')}\n`,
    });
    expect(sent.statusCode).toBe(204);
    await this.#call('POST', `/imports/${id}/start`);
    const run = await this.#ended(id);
    this.runs.set(file.name, run);
    expect(run, `${file.name}: ${JSON.stringify(run)}`).toMatchObject({ state: 'done', setAside: 0 });
  }

  /** Moves the resolver by hand until the import has come to rest. */
  async #ended(id: string): Promise<ImportRun> {
    for (;;) {
      await this.#resolver.step();
      const run = await this.#call<ImportRun>('GET', `/imports/${id}`);
      if (['done', 'failed', 'undone'].includes(run.state)) return run;
      await pause(20);
    }
  }

  async #call<T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<T> {
    const answer = await this.#test.app.inject({
      method,
      url: this.#base + path,
      headers: this.#headers,
      ...(payload === undefined ? {} : { payload }),
    });
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode} ${answer.body}`);
    return answer.json<T>();
  }
}

const tableOf = { count: 'count_value', happening: 'happening', cost: 'ad_spend' } as const;

/** How many records of the company a file holds; those of customers stand in the truth. */
function recordsOfCompany({ mapping, lines }: SampleFile): number {
  const rules = mapping?.rows.filter(isRecordRule).length ?? 0;
  return rules === 0 ? 0 : rules * ([...lines()].length - 1);
}

function truth({ truth: files }: SampleCompany, what: string): SampleFile {
  const file = files.find(({ name }) => name === `truth/${what}.csv`);
  if (file === undefined) throw new Error(`there is no truth of ${what}`);
  return file;
}

/** The rows of a file whose cells hold no commas. */
function rowsOf(file: SampleFile): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = file.lines();
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
