import { expect, it } from 'vitest';
import { readCost } from './cost-record.js';

const spent = { campaign: 'Spring', channel: 'paid search', amount: '12.50', currency: 'EUR', timestamp: '2026-05-14' };
const code = (change: object) => {
  const read = readCost({ ...spent, ...change }, 'Europe/Berlin');
  return 'code' in read ? read.code : read.kind;
};

it('what was spent belongs to a day by the clock of its source', () => {
  expect(readCost({ ...spent, timestamp: '2026-05-14T21:59:00Z' }, 'Europe/Berlin')).toMatchObject({
    campaign: 'Spring',
    channel: 'paid_search',
    amount: '12.5',
    currency: 'EUR',
    time: { atMs: Date.parse('2026-05-13T22:00:00Z') },
  });
});

it('a refund is a cost below nothing; what is unreadable is said', () => {
  expect(code({ amount: -3 })).toBe('cost');
  expect(code({ amount: 'much' })).toBe('cost.amount-unreadable');
  expect(code({ currency: undefined })).toBe('interaction.currency-unknown');
  expect(code({ channel: '' })).toBe('interaction.channel-invalid');
  expect(code({ timestamp: 'May' })).toBe('record.time-missing');
});
