import { expect, it } from 'vitest';
import { readPairs } from './read-pairs.js';

const rows = (...lines: readonly string[]) => lines.map((line, at) => ({ line: at + 1, cells: line.split(',') }));

it('reads identifiers with their kind, and addresses that stand alone', () => {
  expect(readPairs(rows('email:a@example.com,crm:acme:17,same phone', ' b@example.com ,user_id:u-1'))).toEqual([
    {
      type: 'pair',
      line: 1,
      a: { namespace: 'email', value: 'a@example.com' },
      b: { namespace: 'crm:acme', value: '17' },
      reason: 'same phone',
    },
    {
      type: 'pair',
      line: 2,
      a: { namespace: 'email', value: 'b@example.com' },
      b: { namespace: 'user_id', value: 'u-1' },
      reason: undefined,
    },
  ]);
});

it('takes the kinds from a header that names them, and leaves out one that does not', () => {
  const [pair] = readPairs(rows('E-Mail,Loyalty card,Reason', 'a@example.com,LC-1,seen in the store'));
  expect(pair).toMatchObject({
    line: 2,
    a: { namespace: 'email', value: 'a@example.com' },
    b: { namespace: 'loyalty_card', value: 'LC-1' },
    reason: 'seen in the store',
  });
  expect(readPairs(rows('first,second', 'a@example.com,b@example.com'))).toHaveLength(1);
});

it('says which lines hold no two identifiers, wherever they stand', () => {
  expect(readPairs(rows('a@example.com,b@example.com', 'a@example.com', 'what,this'))).toMatchObject([
    { type: 'pair' },
    { type: 'unreadable', line: 2 },
    { type: 'unreadable', line: 3, text: 'what, this' },
  ]);
  expect(readPairs([])).toEqual([]);
});
