import { userIdOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { decimalPoint, wallDay } from '../writing/written-times.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';

const steps: LifeFile = {
  grows: 'with people',
  name: 'returns/steps.csv',
  about: 'one line when goods come back, and one when the money is paid; days only',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'step_id', means: 'return and step' },
    { name: 'step', means: 'returned or refunded' },
    { name: 'day', means: 'yyyy-MM-dd' },
    { name: 'account', means: 'account in the web shop' },
    { name: 'order_no', means: 'order' },
    { name: 'where', means: 'post, or the number of the shop' },
    { name: 'amount', means: 'EUR' },
  ],
  mapping: {
    version: 1,
    source: 'Returns',
    file: { format: 'csv' },
    zone,
    currency: 'EUR',
    channel: 'store',
    rows: [
      {
        rule: 'returned',
        make: 'interaction',
        when: [{ value: '{step}', is: 'returned' }],
        key: 'step_id',
        identifiers: { user_id: '{account}' },
        name: 'Order returned',
        time: '{day}',
        direction: 'from-customer',
        touchpoint: 'Returns desk',
        location: '{where}',
        about: { kind: 'order', id: '{order_no}' },
        properties: { amount: { from: '{amount}', as: 'number' } },
      },
      {
        rule: 'refunded',
        make: 'interaction',
        when: [{ value: '{step}', is: 'refunded' }],
        key: 'step_id',
        identifiers: { user_id: '{account}' },
        name: 'Refund paid',
        time: '{day}',
        direction: 'to-customer',
        touchpoint: 'Refund',
        about: { kind: 'order', id: '{order_no}' },
        properties: { amount: { from: '{amount}', as: 'number' } },
      },
    ],
  },
  record: (life, write, { untilMs }) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'return') continue;
      const number = recordNumber('T', life, moment);
      const where = moment.where === 'post' ? 'post' : `Shop ${moment.store}`;
      const step = (rule: 'returned' | 'refunded', atMs: number) => {
        const id = `${number}-${rule.slice(0, 3)}`;
        const day = wallDay(atMs, zone);
        const cells = [id, rule, day, userIdOf(life.person), moment.order, where, decimalPoint(moment.cents)];
        write({ record: `${rule}:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells)] });
      };
      step('returned', moment.atMs);
      if (moment.refundedMs < untilMs) step('refunded', moment.refundedMs);
    }
  },
};

export const returns: SystemDesign = {
  key: 'returns',
  kind: 'import',
  about: 'goods given back, and when the money was paid',
  source: sourceNamed('Returns', { channel: 'store', team: 'Logistics', trust: 40, zone }),
  files: [steps],
};
