import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openLogFile } from './open-log-file.js';

test.skipIf(!existsSync('/dev/full'))('a log on a full disk ends nobody', () => {
  const log = openLogFile('/dev/full');
  expect(() => {
    for (let line = 0; line < 5_000; line += 1) log.write(`${'x'.repeat(1_000)}\n`);
  }).not.toThrow();
});
