import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { FreshQueryClient } from './fresh-query-client.js';

it('shows what was done while the very first load was under way', async () => {
  const client = new FreshQueryClient();
  const stored = ['a'];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const observer = new QueryObserver(client, {
    queryKey: ['files'],
    queryFn: async () => {
      const answer = [...stored];
      if (answer.length === 1) await held;
      return answer;
    },
  });
  const stop = observer.subscribe(() => undefined);
  stored.push('b');
  const invalidated = client.invalidateQueries({ queryKey: ['files'] });
  letGo();
  await invalidated;
  expect(observer.getCurrentResult().data).toEqual(['a', 'b']);
  stop();
});
