import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { ImportApp } from './import-app.js';

let app: ImportApp;
beforeAll(async () => {
  app = await ImportApp.open();
});
afterAll(() => app.close());

const firstNames = ['Nina', 'Otto', 'Mia', 'Jonas', 'Lena'];
const lastNames = ['Vogel', 'Klein', 'Weber', 'Koch', 'Wolf', 'Braun', 'Lange'];
const nameOf = (n: number) => `${firstNames[n % 5]} ${lastNames[n % 7]}`;
const table = (header: string, line: (n: number) => string, count = 35) =>
  `${header}\n${Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('')}`;
const dayOf = (n: number) => `2026-04-${10 + (n % 18)}`;

const proposed = async (file: string, questions: Record<string, string> = {}): Promise<Proposal> => {
  const made = await app.call<{ proposal: Proposal }>('POST', `/imports/files/${file}/propose`, {
    answers: { questions },
  });
  return made.proposal;
};
const asked = ({ questions }: Proposal, topic: string) => questions.find((one) => one.topic === topic);
const imported = async (file: string, name: string): Promise<ImportRun> => {
  const body = { answers: {}, source: { new: { name, channel: 'store' } } };
  return app.ended((await app.call<ImportRun>('POST', `/imports/files/${file}/import`, body)).id);
};
const customers = async () =>
  (await app.owner.query<{ n: number }>('select count(*)::int as n from person where recognised')).rows[0]?.n;

describe('the customer numbers of a file', () => {
  it('are not asked about while no other system has any', async () => {
    const list = table('Kundennummer;Name;E-Mail', (n) => `${1_000 + n};${nameOf(n)};kunde${n}@web.de`);
    const { id } = await app.staged('kunden.csv', list);
    expect(asked(await proposed(id), 'number-space')).toBeUndefined();
    await imported(id, 'CRM');
    expect(await customers()).toBe(35);
  });

  it('are their own where other people have them, and then join nobody', async () => {
    const list = table('Kundennummer;Name;E-Mail', (n) => `${1_000 + n};Anton Fremd${n};fremd${n}@gmx.de`);
    const { id } = await app.staged('partner.csv', list);
    expect(asked(await proposed(id), 'number-space')).toMatchObject({
      chosen: 'crm:partner',
      sentence: { values: { looked: 35, found: 35, agreeing: 0, compared: 35 } },
    });
    await imported(id, 'Partner');
    expect(await customers()).toBe(70);
  });

  it('are the same where the same people have them, and then join them', async () => {
    const orders = table(
      'BestellNr;Kundennummer;E-Mail;Datum;Summe',
      (n) => `B-${n};${1_000 + n};KUNDE${n}@web.de;${dayOf(n)};${n},50`,
    );
    const { id } = await app.staged('bestellungen.csv', orders);
    expect(asked(await proposed(id), 'number-space')).toMatchObject({
      chosen: 'crm:customer',
      sentence: { values: { found: 35, agreeing: 35 } },
    });
    expect(await imported(id, 'Shop')).toMatchObject({ state: 'done', accepted: 35 });
    expect(await customers()).toBe(70);
  });

  it('are asked about where nothing else tells, join nobody until then, and join whom the answer says', async () => {
    const visits = table(
      'Kundennummer;Datum;Filiale',
      (n) => `${1_000 + n};${dayOf(n)};${n % 2 === 0 ? 'Köln' : 'Bonn'}`,
    );
    const { id } = await app.staged('besuche.csv', visits);
    const open = asked(await proposed(id), 'number-space');
    expect(open).toMatchObject({ chosen: null, sentence: { values: { found: 35, compared: 0 } } });
    expect(open?.choices.map(({ value }) => value).sort()).toEqual(['crm:besuche', 'crm:customer', 'crm:partner']);
    const namespaces = async (questions: Record<string, string>) => {
      const body = { answers: { questions } };
      const preview = await app.call<{ persons: { identifiers: { namespace: string }[] }[] }>(
        'POST',
        `/imports/files/${id}/preview`,
        body,
      );
      return preview.persons[0]?.identifiers.map(({ namespace }) => namespace);
    };
    expect(await namespaces({})).toEqual(['crm:besuche']);
    expect(await namespaces({ [open?.id ?? '']: 'crm:partner' })).toEqual(['crm:partner']);
  });
});

describe('tests and staff in a file', () => {
  const orders = table('BestellNr;E-Mail;Datum;Summe', (n) =>
    [
      `C-${n}`,
      n < 2 ? 'test@probe.de' : n === 7 ? 'otto@acme-handel.de' : `m${n}@web.de`,
      dayOf(n),
      n < 2 ? '0,00' : `${n},50`,
    ].join(';'),
  );
  const marked = async (source: string) => {
    const found = await app.owner.query<{ marks: string; n: number }>(
      `select coalesce(body::jsonb #>> '{context,interaction,marks}', 'none') as marks, count(*)::int as n
       from intake i
       join source s using (workspace, source)
       where s.name = $1
       group by 1
       order by 1`,
      [source],
    );
    return Object.fromEntries(found.rows.map(({ marks, n }) => [marks, n]));
  };

  it('are counted in the preview, and taken in with their mark', async () => {
    await app.owner.query(`update auth."user" set email = 'ada@acme-handel.de'`);
    const { id } = await app.staged('probe.csv', orders);
    const proposal = await proposed(id);
    expect(asked(proposal, 'test-lines')).toMatchObject({ chosen: 'marked', example: 'test@probe.de' });
    expect(asked(proposal, 'staff-lines')).toMatchObject({ chosen: 'marked', example: 'otto@acme-handel.de' });
    expect(await app.call<object>('POST', `/imports/files/${id}/preview`, { answers: {} })).toMatchObject({
      counts: { interactions: 35 },
      marked: { test: 2, internal: 1, machine: 0, void: 0 },
    });
    expect(await imported(id, 'Probe')).toMatchObject({ state: 'done', accepted: 35, setAside: 0 });
    expect(await marked('Probe')).toEqual({ none: 32, '{"test": true}': 2, '{"internal": true}': 1 });
  });
});
