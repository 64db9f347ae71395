import { userIdOf } from '../../people/known-numbers.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import { recordNumber } from '../record-number.js';
import type { LifeFile } from '../system-design.js';
import { listMapping } from './operations.js';

/** Orders that were taken back before anything was sent. */
export const cancellations: LifeFile = {
  grows: 'with people',
  name: 'operations/cancellations.csv',
  about: 'orders cancelled by telephone before they were sent; the conversion they were does not count',
  format: 'csv',
  mayDouble: false,
  columns: [
    { name: 'cancellation', means: 'number of the cancellation' },
    { name: 'account', means: 'account in the web shop' },
    { name: 'order_no', means: 'order' },
    { name: 'at', means: 'ISO 8601, UTC' },
  ],
  mapping: listMapping({
    rule: 'cancelled',
    make: 'interaction',
    key: 'cancellation',
    identifiers: { user_id: '{account}' },
    name: 'Order cancelled',
    time: '{at}',
    direction: 'from-customer',
    channel: 'call_centre',
    touchpoint: 'Call centre',
    about: { kind: 'order', id: '{order_no}' },
  }),
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'call' || moment.topic !== 'order-question' || moment.about === undefined) continue;
      const id = recordNumber('X', life, moment);
      const cells = [id, userIdOf(life.person), moment.about, isoTime(moment.atMs)];
      write({ record: `cancelled:${id}`, what: 'interaction', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    }
  },
};
