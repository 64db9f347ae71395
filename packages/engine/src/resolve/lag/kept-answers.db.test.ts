import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { KeptAnswers } from './kept-answers.js';

let app: IdentityApp;
let writeKey = '';
let workspace = 0;

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  writeKey = (await app.source('Shop', 'web')).writeKey;
  workspace = (await app.pool.query<{ workspace: number }>('select workspace from workspace')).rows[0]?.workspace ?? 0;
});
afterAll(async () => {
  await app?.close();
});

function counting() {
  let computed = 0;
  const kept = new KeptAnswers(app.test.ctx, `test/${randomUUID()}`, async () => {
    computed += 1;
    return computed;
  });
  return kept;
}

it('many who ask at once wait for one answer', async () => {
  const kept = counting();
  const answers = await Promise.all(Array.from({ length: 5 }, () => kept.get(workspace)));
  expect(new Set(answers.map(({ answer }) => answer))).toEqual(new Set([1]));
});

it('an answer is used again until something is resolved, and then made anew', async () => {
  const kept = counting();
  await kept.get(workspace);
  app.test.clock.nowMs += 60_000;
  expect((await kept.get(workspace)).answer).toBe(1);
  await app.send(writeKey, [{ type: 'identify', userId: 'anna', traits: {} }]);
  app.test.clock.nowMs += 60_000;
  expect((await kept.get(workspace)).answer).toBe(2);
});

it('after ten minutes an answer is made anew, whatever happened', async () => {
  const kept = counting();
  const { asOf } = await kept.get(workspace);
  app.test.clock.nowMs += 11 * 60_000;
  const later = await kept.get(workspace);
  expect(later.answer).toBe(2);
  expect(Date.parse(later.asOf)).toBeGreaterThan(Date.parse(asOf));
});

it('whoever needs the newest waits for it, as soon as anything was resolved', async () => {
  let computed = 0;
  const kept = new KeptAnswers(app.test.ctx, `test/${randomUUID()}`, async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    computed += 1;
    return computed;
  });
  await kept.get(workspace);
  expect((await kept.getNewest(workspace)).answer).toBe(1);
  await app.send(writeKey, [{ type: 'identify', userId: 'berta', traits: {} }]);
  expect((await kept.get(workspace)).answer).toBe(1);
  expect((await kept.getNewest(workspace)).answer).toBe(2);
});

it('whoever asks after an import ended waits for an answer with it', async () => {
  let computed = 0;
  const kept = new KeptAnswers(app.test.ctx, `test/${randomUUID()}`, async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    computed += 1;
    return computed;
  });
  await kept.get(workspace);
  expect((await kept.get(workspace)).answer).toBe(1);
  await app.pool.query(
    `insert into import_run (workspace, import, id, source, file_name, mapping, state, created_by, finished_at)
     select workspace, 1, gen_random_uuid(), source, 'a.csv', '', 'done', 'Ada', now() - interval '1 hour' from source where name = 'Shop'`,
  );
  expect((await kept.get(workspace)).answer).toBe(2);
  expect((await kept.get(workspace)).answer).toBe(2);
});

it('after a restart the last answer that took long is shown at once, as of when it was computed, and made anew beside', async () => {
  const question = `test/${randomUUID()}`;
  const open = (answers: readonly (() => Promise<string>)[]) => {
    const left = [...answers];
    return new KeptAnswers(
      app.test.ctx,
      question,
      () => left.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
  };
  const slowly = async (text: string) => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    return text;
  };
  const before = await open([() => slowly('before')]).get(workspace);
  await app.send(writeKey, [{ type: 'identify', userId: 'clara', traits: {} }]);
  app.test.clock.nowMs += 3_600_000;
  let answer: (text: string) => void = () => undefined;
  const after = new Promise<string>((resolve) => (answer = resolve));
  const restarted = open([() => after]);
  expect(await restarted.get(workspace)).toMatchObject({ answer: 'before', asOf: before.asOf });
  answer('after');
  await expect.poll(async () => (await restarted.get(workspace)).answer, { timeout: 60_000 }).toBe('after');
});

it('what was kept of one workspace is not shown in another', async () => {
  const question = `test/${randomUUID()}`;
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    return 'of the first';
  };
  await new KeptAnswers(app.test.ctx, question, slow).get(workspace);
  const slug = await app.workspace('Other');
  const other = await app.pool.query<{ workspace: number }>('select workspace from workspace where slug = $1', [slug]);
  const kept = new KeptAnswers(app.test.ctx, question, async () => 'of the other');
  expect((await kept.get(other.rows[0]?.workspace ?? 0)).answer).toBe('of the other');
});
