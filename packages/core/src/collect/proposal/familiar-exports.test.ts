import { describe, expect, it } from 'vitest';
import { compileMapping } from '../mapping/compile-mapping.js';
import type { FileSample } from './file-sample.js';
import { proposeMapping } from './propose-mapping.js';

/* Files in the form that shops, mail tools, telephone systems, ticket systems and tills write them. */

const context = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', language: 'de', today: '2026-05-01' };
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const two = (number: number) => String(number).padStart(2, '0');
const day = (at: number) => `2025-${two(1 + (at % 12))}-${two(1 + (at % 28))}`;
const first = ['Anna', 'Lukas', 'Petra', 'Jonas', 'Sabine', 'Felix', 'Ayse'];
const last = ['Roth', 'Weber', 'Krause', 'Yilmaz', 'Lang', 'Brandt', 'Vogel', 'Busch', 'Ernst', 'Sommer', 'Graf'];
const who = (at: number) => ({
  first: of(first, at),
  last: of(last, at),
  mail: `${of(first, at)}.${of(last, at)}@web.de`,
});

function proposed(name: string, columns: readonly string[], rows: readonly (readonly string[])[]) {
  const lines = rows.map((cells, at) => ({ line: at + 2, cells: cells.map((text) => (text === '' ? null : text)) }));
  const sample: FileSample = {
    name,
    format: 'csv',
    columns,
    rows: lines,
    blocks: [lines.slice(0, 40)],
    rowCount: { estimate: rows.length, isExact: true },
  };
  const proposal = proposeMapping(sample, context, {});
  const compiled = compileMapping(proposal.mapping);
  const places = compiled.columns.map((column) => columns.indexOf(column));
  const faults = lines.flatMap(({ cells, line }) =>
    compiled
      .readLine(
        places.map((place) => cells[place] ?? ''),
        line,
      )
      .flatMap((draft) => draft.faults),
  );
  const meanings = Object.fromEntries(proposal.columns.map(({ column, meaning }) => [column, meaning]));
  return { proposal, faults, meanings, rule: proposal.mapping.rows[0] };
}

describe('the proposal for', () => {
  it('a shop whose orders say all but the items on their first line', () => {
    const columns = [
      'Name',
      'Email',
      'Financial Status',
      'Paid at',
      'Accepts Marketing',
      'Currency',
      'Subtotal',
      'Total',
      'Lineitem quantity',
      'Lineitem name',
      'Lineitem sku',
      'Billing Zip',
    ];
    const rows = times(90, (at) => {
      const order = Math.floor(at / 2);
      const item = [
        String(1 + (at % 3)),
        of(['Tee - Black / M', 'Hoodie - Grey / S', 'Socks 3-pack'], at),
        `SKU-${1000 + ((at * 37) % 90)}`,
      ];
      return at % 2 === 0
        ? [
            `#${1001 + order}`,
            who(order).mail,
            of(['paid', 'refunded'], order),
            `${day(order)} 10:11:12 +0100`,
            of(['yes', 'no'], order),
            'EUR',
            '40.00',
            `44.${two(order)}`,
            ...item,
            `'${10115 + order * 977}`,
          ]
        : [`#${1001 + order}`, who(order).mail, '', '', '', '', '', '', ...item, ''];
    });
    const { proposal, faults, meanings, rule } = proposed('orders_export.csv', columns, rows);
    expect(proposal.lineKind).toBe('order-line');
    expect(meanings).toMatchObject({
      Name: 'order-number',
      'Accepts Marketing': 'consent',
      'Lineitem sku': 'product-number',
      'Billing Zip': 'postcode',
    });
    expect(rule).toMatchObject({ 'group by': 'Name', value: { from: '{Total}' } });
    expect(faults).toEqual([]);
  });

  it('a telephone system that writes its own number beside the caller’s', () => {
    const columns = ['Conversation ID', 'Direction', 'ANI', 'DNIS', 'Queue', 'Users', 'Date', 'Duration'];
    const rows = times(80, (at) => [
      `${two(at)}3f5a7b-aaaa-4bbb-8ccc-${100_000_000_000 + at * 7919}`,
      of(['Inbound', 'Inbound', 'Outbound'], at),
      `tel:+4915123456${two(at % 70)}1`,
      'tel:+498001234567',
      of(['Service', 'Sales'], at),
      of(['Anna Keller', 'Jan Vogt', 'Mia Brandt'], at),
      `${1 + (at % 28)}.${1 + (at % 12)}.25 ${8 + (at % 11)}:${two(at % 60)}`,
      `00:0${at % 9}:${two(at % 60)}.000`,
    ]);
    const { proposal, faults, rule } = proposed('interactions.csv', columns, rows);
    expect(proposal.lineKind).toBe('call');
    expect(rule).toMatchObject({
      key: 'Conversation ID',
      identifiers: { phone: '{ANI}' },
      direction: { from: '{Direction}' },
    });
    expect(faults).toEqual([]);
  });

  it('a till that writes a line for each article', () => {
    const columns = [
      'Markt',
      'Bon',
      'Datum',
      'Zeit',
      'EAN',
      'Artikeltext',
      'Menge',
      'E-Preis',
      'Pos-Betrag',
      'Kundenkarte',
    ];
    const rows = times(120, (at) => {
      const bon = Math.floor(at / 3);
      return [
        '17',
        `00${4000 + bon}`,
        `${two(1 + (bon % 28))}.03.2025`,
        `${9 + (bon % 10)}:${two(bon)}`,
        of(['4001234500019', '4001234500026', '4001234500033'], at),
        of(['BIO MILCH 1L', 'BROT 500G', 'KAESE SB'], at),
        `${1 + (at % 3)},000`,
        `${at % 9},${two(at % 100)}`,
        `${at % 19},${two((at * 7) % 100)}`,
        bon % 2 === 0 ? `2900${100_000_000 + bon * 7_919_111}` : '',
      ];
    });
    const { faults, meanings, rule } = proposed('kassenjournal.csv', columns, rows);
    expect(meanings).toMatchObject({
      Bon: 'order-number',
      Menge: 'quantity',
      Artikeltext: 'product',
      Kundenkarte: 'loyalty-card',
    });
    expect(rule).toMatchObject({
      'group by': 'Bon',
      time: { from: '{Datum} {Zeit}' },
      value: { from: '{Pos-Betrag}', decimal: ',', merge: 'sum' },
    });
    expect(faults).toEqual([]);
  });

  it('the members of a newsletter, who are rated but gave no score', () => {
    const columns = ['Email Address', 'First Name', 'Last Name', 'MEMBER_RATING', 'OPTIN_TIME', 'OPTIN_IP', 'LEID'];
    const rows = times(60, (at) => [
      `x${at}${who(at).mail}`,
      who(at).first,
      who(at).last,
      String(1 + (at % 5)),
      `${day(at)} 10:12:00`,
      `93.184.1.${at}`,
      String(900_000 + at * 17),
    ]);
    const { proposal, faults, rule } = proposed('members.csv', columns, rows);
    expect(proposal.lineKind).toBe('contact');
    expect(rule).toMatchObject({ make: 'traits', identifiers: { email: { from: '{Email Address}', case: 'lower' } } });
    expect(faults).toEqual([]);
  });

  it('a ticket system with several times, of which the first is when it happened', () => {
    const columns = [
      'Id',
      'Requester',
      'Requester email',
      'Assignee',
      'Status',
      'Priority',
      'Via',
      'Created at',
      'Updated at',
      'Solved at',
    ];
    const rows = times(100, (at) => [
      String(20_000 + at),
      `${who(at).first} ${who(at).last}`,
      who(at).mail,
      of(['Kim Lee', 'Ana Ruiz'], at),
      of(['Solved', 'Open'], at),
      of(['Normal', 'High'], at),
      of(['Mail', 'Web', 'Chat'], at),
      `${day(at)} 09:14`,
      `${day(at + 1)} 11:00`,
      at % 2 === 0 ? `${day(at + 1)} 10:00` : '',
    ]);
    const { proposal, faults, rule } = proposed('tickets.csv', columns, rows);
    expect(proposal.lineKind).toBe('complaint');
    expect(rule).toMatchObject({
      key: 'Id',
      about: { kind: 'complaint', id: '{Id}' },
      time: '{Created at}',
      channel: { table: { Mail: 'email', Web: 'web', Chat: 'chat' } },
    });
    expect(faults).toEqual([]);
  });
});
