import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMapping } from '../mapping/compile-mapping.js';
import { parseMapping } from '../mapping/parse-mapping.js';
import type { Answers } from './answers.js';
import type { FileSample, SampleCell } from './file-sample.js';
import { lineKinds } from './line-kind.js';
import { meanings } from './meaning.js';
import type { Proposal } from './proposal.js';
import type { ProposalContext } from './proposal-context.js';
import { proposeMapping } from './propose-mapping.js';

const german: ProposalContext = {
  country: 'DE',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  language: 'de',
  today: '2026-05-01',
};

function sample(columns: readonly string[], rows: readonly (readonly SampleCell[])[], name = 'file.csv'): FileSample {
  const lines = rows.map((cells, at) => ({ line: at + 2, cells }));
  return {
    name,
    format: 'csv',
    columns,
    rows: lines,
    blocks: [lines],
    rowCount: { estimate: rows.length, isExact: true },
  };
}

const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

function proposed(
  columns: readonly string[],
  rows: readonly (readonly SampleCell[])[],
  answers: Answers = {},
): Proposal {
  return proposeMapping(sample(columns, rows), german, answers);
}

const meaningOf = (proposal: Proposal, column: string) =>
  proposal.columns.find((one) => one.column === column)?.meaning;
const question = (proposal: Proposal, id: string) => proposal.questions.find((one) => one.id === id);

describe('a proposal', () => {
  it('recognises an address by its form, whatever the column is called', () => {
    const rows = times(40, (at) => [`kunde${at}@web.de`, at === 3 ? 'n/a' : '0151 23456789']);
    const proposal = proposed(['fld7', 'x'], rows);
    expect(meaningOf(proposal, 'fld7')).toBe('email');
    expect(proposal.columns[0]?.use).toEqual({ type: 'identifier', namespace: 'email' });
    expect(proposal.columns[0]?.evidence).toEqual({
      key: 'collect.proposal.evidence.form',
      values: { matching: 40, filled: 40 },
    });
    expect(meaningOf(proposal, 'x')).toBe('phone');
    expect(proposal.mapping.empty).toEqual(['n/a']);
  });

  it('asks about the order of day and month only if no line decides, and leaves the answer open', () => {
    const undecided = proposed(
      ['a', 'day'],
      times(12, (at) => [`k${at}@web.de`, `0${(at % 9) + 1}/04/2026`]),
    );
    expect(question(undecided, 'date-order:day')).toMatchObject({ chosen: null, isAnswered: false });
    expect(undecided.isReady).toBe(false);
    const decided = proposed(
      ['a', 'day'],
      times(12, (at) => [`k${at}@web.de`, `${at + 8}/04/2026`]),
    );
    expect(question(decided, 'date-order:day')).toBeUndefined();
    expect(decided.columns[1]?.reading).toEqual({ type: 'date', formats: ['d/M/yyyy'] });
  });

  it('takes an answer, and is ready when all are given', () => {
    const rows = times(12, (at) => [`k${at % 3}@web.de`, `0${(at % 9) + 1}/04/2026`, `${at}.50`]);
    const columns = ['a', 'day', 'total'];
    const first = proposed(columns, rows);
    const open = first.questions.filter(({ chosen }) => chosen === null).map(({ id }) => id);
    expect(open).toEqual(['date-order:day']);
    const next = proposed(columns, rows, { questions: { 'date-order:day': 'month-first' } });
    expect(next.columns[1]?.reading).toEqual({ type: 'date', formats: ['MM/dd/yyyy'] });
    expect(next.isReady).toBe(true);
  });

  it('asks whether 1.234 is a thousand where no amount decides', () => {
    const rows = times(20, (at) => [`k${at}@web.de`, `2026-04-${10 + at}`, `${(at % 9) + 1}.${100 + at}`]);
    const proposal = proposed(['mail', 'tag', 'summe'], rows);
    expect(question(proposal, 'decimal:summe')).toMatchObject({ chosen: null, example: '1.100' });
    const decided = proposed(['mail', 'tag', 'summe'], [...rows, ['x@web.de', '2026-04-01', '1.234,50']]);
    expect(question(decided, 'decimal:summe')).toBeUndefined();
    expect(decided.columns[2]?.reading).toEqual({ type: 'number', decimal: ',' });
  });

  it('sees that several lines make one order, and sums them', () => {
    const rows = times(60, (at) => {
      const order = Math.floor(at / 3);
      return [
        `B-${1000 + order}`,
        `k${order % 7}@web.de`,
        `2026-04-${10 + (order % 20)}`,
        `Artikel ${(at * 7) % 11} rot`,
        `${(at % 5) + 1},99`,
      ];
    });
    const proposal = proposed(['order_no', 'mail', 'datum', 'artikel', 'betrag'], rows);
    expect(proposal.lineKind).toBe('order-line');
    expect(proposal.notices).toContainEqual({
      kind: 'several-lines-one-interaction',
      sentence: {
        key: 'collect.proposal.notice.several-lines-one-interaction',
        values: { lines: 3, column: 'order_no' },
      },
      columns: ['order_no'],
      lines: [2],
    });
    expect(proposal.mapping.rows[0]).toMatchObject({
      'group by': 'order_no',
      value: { from: '{betrag}', decimal: ',', merge: 'sum' },
    });
  });

  it.each([
    ['Montant HT', 'TVA', 'Montant TTC'],
    ['Netto', 'MwSt', 'Brutto'],
    ['Total excl. VAT', 'VAT', 'Total incl. VAT'],
  ])('takes what was paid for the value, not %s', (net, tax, gross) => {
    const rows = times(40, (at) => [
      `B-${at}`,
      `k${at}@web.de`,
      `2026-04-${10 + (at % 18)}`,
      `${at + 100},00`,
      `${at},90`,
      `${at + 119},00`,
    ]);
    const { mapping } = proposed(['Bestellnummer', 'mail', 'tag', net, tax, gross], rows);
    expect(mapping.rows[0]).toMatchObject({ value: { from: `{${gross}}` } });
  });

  it('takes the names in a column called Kunde for those of customers', () => {
    const name = (at: number) =>
      `${of(['Nina', 'Otto', 'Mia', 'Jonas', 'Lena'], at)} ${of(['Vogel', 'Klein', 'Weber', 'Koch', 'Wolf'], at * 3)}`;
    const rows = times(60, (at) => [`B-${at}`, name(at), `k${at}@web.de`, `2026-04-${10 + (at % 18)}`, `${at},50`]);
    expect(proposed(['Bestellnummer', 'Kunde', 'mail', 'tag', 'betrag'], rows).columns[1]).toMatchObject({
      meaning: 'full-name',
    });
  });

  it('multiplies the price of a piece by the pieces', () => {
    const rows = times(60, (at) => {
      const order = Math.floor(at / 3);
      return [
        `${1000 + order}`,
        `k${order % 7}@web.de`,
        `2026-04-${10 + (order % 20)}`,
        `Artikel ${(at * 7) % 11} rot`,
        String([1, 1, 2][at % 3]),
        `${(at % 5) + 1},99`,
      ];
    });
    const proposal = proposed(['Bestellnummer', 'mail', 'datum', 'artikel', 'Menge', 'Einzelpreis'], rows);
    expect(proposal.mapping.rows[0]).toMatchObject({
      value: { from: '{Einzelpreis}', times: '{Menge}', decimal: ',', merge: 'sum' },
    });
  });

  it('reads months that are written as words', () => {
    const rows = times(40, (at) => [
      `k${at % 9}@web.de`,
      `${10 + (at % 18)}-${of(['JAN', 'FEB', 'MAR'], at)}-25`,
      `${at},99`,
    ]);
    const { mapping, questions } = proposed(['mail', 'gekauft', 'betrag'], rows);
    expect(mapping.rows[0]).toMatchObject({ time: { from: '{gekauft}', format: ['dd-MMM-yy'] } });
    expect(questions.filter(({ topic }) => topic === 'date-order')).toEqual([]);
  });

  it('makes another mapping when somebody says what a line is', () => {
    const rows = times(30, (at) => [`k${at}@web.de`, `2026-04-${10 + (at % 19)}`, of(['Lieferung', 'Rechnung'], at)]);
    const asked = proposed(['mail', 'tag', 'grund'], rows, { questions: { 'line-kind': 'complaint' } });
    expect(asked.lineKind).toBe('complaint');
    expect(asked.mapping.rows[0]).toMatchObject({ rule: 'complaint', name: 'Complained', reason: '{grund}' });
    expect(question(asked, 'channel')).toMatchObject({ chosen: null });
    const answered = proposed(['mail', 'tag', 'grund'], rows, {
      questions: { 'line-kind': 'complaint', channel: 'store' },
    });
    expect(answered.mapping.channel).toBe('store');
    expect(answered.isReady).toBe(true);
  });

  it('keeps birthdays with two digits of the year as they stand', () => {
    const rows = times(40, (at) => [`k${at}@web.de`, `${10 + (at % 18)}.04.${40 + at}`]);
    const { mapping } = proposed(['mail', 'Geburtsdatum'], rows);
    expect(mapping.rows[0]).toMatchObject({ traits: { birthday: '{Geburtsdatum}' } });
  });

  it('leaves out health, bank accounts and free text unless they are chosen', () => {
    const rows = times(30, (at) => [
      `k${at}@web.de`,
      ['Asthma', 'Diabetes Typ 2', 'Migräne'][at % 3] ?? '',
      'DE89 3704 0044 0532 0130 00',
      `Die Lieferung kam am Dienstag zu spät und der Karton war offen, Nummer ${at}.`,
    ]);
    const columns = ['a', 'b', 'c', 'd'];
    const proposal = proposed(columns, rows);
    expect(proposal.columns.map(({ meaning, isChosen, whyLeftOut }) => [meaning, isChosen, whyLeftOut])).toEqual([
      ['email', true, null],
      ['health', false, 'health'],
      ['bank-account', false, 'bank-account'],
      ['free-text', false, 'free-text'],
    ]);
    const chosen = proposed(columns, rows, { columns: { d: { isChosen: true } } });
    expect(chosen.columns[3]).toMatchObject({ isChosen: true, isAnswered: true, whyLeftOut: null });
    expect(JSON.stringify(chosen.mapping)).toContain('{d}');
    expect(JSON.stringify(chosen.mapping)).not.toContain('{b}');
  });

  describe('tests and staff', () => {
    const rows = times(40, (at) => [
      at < 2 ? 'test@shop.de' : at === 5 ? 'Anna@Firma.de' : `k${at}@web.de`,
      at === 9
        ? 'Test Test'
        : `${of(['Nina', 'Otto', 'Mia', 'Jonas', 'Lena'], at)} ${of(['Vogel', 'Klein', 'Weber', 'Koch', 'Wolf', 'Braun', 'Lange'], at)}`,
      `2026-04-${10 + (at % 18)}`,
      at < 2 ? '0,00' : `${at},50`,
    ]);
    const columns = ['mail', 'Kundenname', 'tag', 'betrag'];
    const propose = (questions: Record<string, string> = {}, lines = rows) =>
      proposeMapping(sample(columns, lines), { ...german, ownDomains: ['firma.de'] }, { questions });
    const marksOf = ({ mapping }: Proposal, row: readonly string[]) => {
      const compiled = compileMapping(mapping);
      const cells = compiled.columns.map((name) => row[columns.indexOf(name)]);
      const [draft] = compiled.readLine(cells, 2);
      if (draft === undefined) return 'passed over';
      const merged = compiled.mergeLines([draft], (text) => text);
      if (merged.type !== 'message') return merged.faults;
      const context = merged.message.context as { interaction?: { marks?: unknown } };
      return context.interaction?.marks;
    };

    it('are asked about with the evidence, and marked if nobody objects', () => {
      const proposal = propose();
      const asked = proposal.questions.filter(({ topic }) => /-lines$/.test(topic));
      expect(
        asked.map(({ topic, chosen, example, sentence }) => [topic, chosen, example, sentence.values.count]),
      ).toEqual([
        ['test-lines', 'marked', 'test@shop.de', 3],
        ['staff-lines', 'marked', 'Anna@Firma.de', 1],
      ]);
      expect(asked[0]?.sentence.values.worthless).toBe(2);
      expect(marksOf(proposal, ['TEST@shop.de', 'Nina Vogel', '2026-04-10', '1,00'])).toEqual({ test: true });
      expect(marksOf(proposal, ['test2@shop.de', 'test kunde', '2026-04-10', '1,00'])).toEqual({ test: true });
      expect(marksOf(proposal, ['otto@firma.de', 'Otto', '2026-04-10', '1,00'])).toEqual({ internal: true });
      expect(marksOf(proposal, ['otto@firma.de.com', 'Otto Contestabile', '2026-04-10', '1,00'])).toBeUndefined();
    });

    it('count like any other if somebody says so', () => {
      const proposal = propose({ 'test-lines': 'kept', 'staff-lines': 'kept' });
      expect(marksOf(proposal, ['test@shop.de', 'Nina Vogel', '2026-04-10', '1,00'])).toBeUndefined();
      expect(JSON.stringify(proposal.mapping)).not.toContain('marks');
    });

    it('are passed over in a list of people, where nothing could be marked', () => {
      const proposal = propose({ 'line-kind': 'contact' });
      expect(proposal.questions.filter(({ topic }) => /-lines$/.test(topic)).map(({ topic }) => topic)).toEqual([
        'test-lines',
      ]);
      expect(marksOf(proposal, ['test@shop.de', 'Nina Vogel', '2026-04-10', '1,00'])).toBe('passed over');
      expect(marksOf(proposal, ['otto@firma.de', 'Otto', '2026-04-10', '1,00'])).not.toBe('passed over');
    });

    it('are left open when they are no few lines any more', () => {
      const many = rows.map(([mail = '', ...rest], at) => [at % 3 === 0 ? `n${at}@firma.de` : mail, ...rest]);
      const { questions, isReady } = propose({}, many);
      expect(questions.find(({ topic }) => topic === 'staff-lines')).toMatchObject({ chosen: null });
      expect(isReady).toBe(false);
    });

    it('are not all lines of a file whose addresses are invented', () => {
      const lines = times(40, (at) => [`k${at}@shop.example`, `2026-04-${10 + (at % 18)}`]);
      expect(proposed(['mail', 'tag'], lines).questions.map(({ topic }) => topic)).not.toContain('test-lines');
    });

    it('are told by a column of yes and no that says so', () => {
      const lines = times(40, (at) => [`k${at}@web.de`, `2026-04-${10 + (at % 18)}`, at < 3 ? 'ja' : 'nein']);
      const { mapping } = proposeMapping(sample(['mail', 'tag', 'Testbestellung'], lines), german, {});
      expect(mapping.rows[0]).toMatchObject({
        marks: { test: { any: [{ value: '{Testbestellung}', like: ['ja'] }] } },
      });
    });
  });

  describe('scores', () => {
    const answer = (at: number) => [`k${at}@web.de`, `2026-04-${10 + (at % 18)}`, String(at % 11)];
    const surveyed = (columns: readonly string[], more: (at: number) => readonly string[], name = 'umfrage.csv') =>
      proposeMapping(
        sample(
          ['mail', 'tag', ...columns],
          times(44, (at) => [...answer(at), ...more(at)]),
          name,
        ),
        german,
        {},
      );
    const scoresIn = ({ mapping }: Proposal) => mapping.rows.find((rule) => rule.make === 'interaction')?.scores;

    it('from 0 to 10 are held to be the recommend question about the company, if nothing speaks of an event', () => {
      const proposal = surveyed(['Empfehlung'], () => []);
      expect(scoresIn(proposal)).toEqual({
        Empfehlung: {
          value: { from: '{Empfehlung}', as: 'number' },
          from: 0,
          to: 10,
          question: 'recommend',
          about: 'company',
        },
      });
      expect(proposal.isReady).toBe(true);
    });

    it('beside the number of an order are about that order', () => {
      const proposal = surveyed(['NPS', 'Bestellnummer'], (at) => [`B-${10_000 + at}`]);
      expect(scoresIn(proposal)).toMatchObject({ NPS: { question: 'recommend', about: 'order' } });
      expect(proposal.questions.find(({ id }) => id === 'score-about:NPS')?.sentence.values).toMatchObject({
        because: 'number',
        by: 'Bestellnummer',
      });
    });

    it('in a file that is called so are about a call', () => {
      expect(scoresIn(surveyed(['NPS'], () => [], 'NPS nach Anruf.csv'))).toMatchObject({ NPS: { about: 'call' } });
    });

    it('are asked about where the agent is named and the event is not, and spoil no figure while it is open', () => {
      const proposal = surveyed(['NPS', 'Bearbeiter'], (at) => [of(['S. Brandt', 'M. Yildiz', 'T. Heinrich'], at)]);
      expect(proposal.questions.find(({ id }) => id === 'score-about:NPS')).toMatchObject({ chosen: null });
      expect(scoresIn(proposal)).toMatchObject({ NPS: { about: 'event' } });
    });

    it('go into the message with their scale, unless they lie outside it', () => {
      const compiled = compileMapping(surveyed(['NPS'], () => []).mapping);
      const said = (score: string) => {
        const row = ['a@web.de', '2026-04-10', score];
        const cells = compiled.columns.map((name) => row[['mail', 'tag', 'NPS'].indexOf(name)]);
        const [draft] = compiled.readLine(cells, 2);
        const merged = draft && compiled.mergeLines([draft], (text) => text);
        return merged?.type === 'message' ? merged.message.properties : merged;
      };
      const nps = { name: 'NPS', value: 9, from: 0, to: 10, question: 'recommend', about: 'company' };
      expect(said('9')).toEqual({ NPS: 9, scores: [nps] });
      expect(said('99')).toEqual({ NPS: 99 });
    });
  });

  it('reads a column by the year most of its dates name, and leaves the few without one to be asked about', () => {
    const rows = times(50, (at) => [`a${at}@web.de`, at % 10 === 0 ? '14.03.' : '28.04.2026']);
    const { questions, columns } = proposed(['mail', 'tag'], rows);
    expect(questions.find(({ topic }) => topic === 'year')).toBeUndefined();
    expect(columns[1]?.reading).toEqual({ type: 'date', formats: ['dd.MM.yyyy'] });
  });

  it('puts the year before days that have none', () => {
    const rows = times(20, (at) => [`k${at}@web.de`, `${at + 5}.04.`, `${at},50`]);
    const { mapping, questions } = proposed(['mail', 'tag', 'betrag'], rows);
    expect(questions.find(({ id }) => id === 'year:tag')).toMatchObject({ chosen: '2026' });
    expect(mapping.rows[0]?.time).toEqual({ from: '2026 {tag}', format: ['yyyy d.M.'] });
  });

  it('joins a day and a time of the day', () => {
    const rows = times(20, (at) => [`k${at}@web.de`, `${at + 5}.04.2026`, `${9 + (at % 9)}:30`, 'Filiale Köln']);
    const { mapping, questions } = proposed(['mail', 'tag', 'uhrzeit', 'filiale'], rows);
    expect(questions.find(({ id }) => id === 'zone')).toMatchObject({ columns: ['uhrzeit'], chosen: 'Europe/Berlin' });
    expect(mapping.rows[0]?.time).toEqual({
      from: '{tag} {uhrzeit}',
      format: ['d.M.yyyy H:mm', 'd.M.yyyy HH:mm'],
    });
  });
});

const cell: fc.Arbitrary<SampleCell> = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom('n/a', '03/04/2026', '1.234', '0', 'test@test.de', '€ 5', 'Ja', '__proto__', 'Köln', '12:30', 'B-1'),
  fc.date({ noInvalidDate: true }).map((date) => ({ type: 'date' as const, iso: date.toISOString() })),
  fc.json().map((json) => ({ type: 'nested' as const, json })),
);
const header = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    'mail',
    'Datum',
    'merge',
    'from',
    '__proto__',
    'a{b}',
    'order no',
    'total',
    'constructor',
    'score',
    'a.b',
  ),
);
const anySample: fc.Arbitrary<FileSample> = fc
  .tuple(fc.array(header, { maxLength: 8 }), fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 25 }), fc.string())
  .map(([columns, rows, name]) => ({ ...sample(columns, rows, name), format: 'jsonl' as const }));
const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  columns: fc.dictionary(
    header,
    fc.record({ meaning: fc.constantFrom(...meanings), isChosen: fc.boolean() }, { requiredKeys: [] }),
  ),
  questions: fc.oneof(
    fc.dictionary(fc.constantFrom('zone', 'source-name', 'as-of', 'channel', 'direction', 'year:Datum'), fc.string()),
    fc.record({ 'line-kind': fc.constantFrom(...lineKinds) }),
  ),
});

describe('whatever a file holds', () => {
  it('the proposal is made, and its mapping can be read and compiled', () => {
    fc.assert(
      fc.property(anySample, anyAnswers, (file, answers) => {
        const { mapping } = proposeMapping(file, german, answers);
        expect(() => compileMapping(parseMapping(JSON.parse(JSON.stringify(mapping))))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('the same sample makes the same proposal, and it survives JSON', () => {
    fc.assert(
      fc.property(anySample, anyAnswers, (file, answers) => {
        const once = proposeMapping(file, german, answers);
        expect(proposeMapping(structuredClone(file), german, answers)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  it('every chosen column has a place, and none that is left out', () => {
    fc.assert(
      fc.property(anySample, anyAnswers, (file, answers) => {
        for (const { isChosen, use, whyLeftOut } of proposeMapping(file, german, answers).columns) {
          expect(isChosen).toBe(whyLeftOut === null);
          expect(use !== null).toBe(isChosen);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of lines that do not count up does not change what a column means', () => {
    const kinds = [
      (at: number) => `kunde${at}@web.de`,
      (at: number) => `${(at % 28) + 1}.04.2026`,
      (at: number) => `${at},${10 + (at % 89)} €`,
      (at: number) => ['Filiale Köln', 'Filiale Bonn', 'Filiale Mainz'][at % 3] ?? '',
      (at: number) => `K-${10_000 + ((at * 371) % 911)}`,
      (at: number) => String([9, 10, 8, 7, 3][at % 5]),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          times(60, (at) => at),
          { minLength: 60 },
        ),
        (order) => {
          const rows = times(60, (at) => kinds.map((make) => make(at)));
          const meant = (lines: readonly (readonly string[])[]) =>
            proposeMapping({ ...sample(['a', 'b', 'c', 'd', 'e', 'f'], lines), blocks: [] }, german, {}).columns.map(
              (one) => one.meaning,
            );
          expect(meant(order.map((at) => rows[at] ?? []))).toEqual(meant(rows));
        },
      ),
      { numRuns: 30 },
    );
  });
});
