import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildSiteScript } from '../../../test/build-site-script.js';

it.each(['script', 'module'] as const)(
  'the %s weighs at most 6 kB, gzipped, and asks for no other file',
  async (mode) => {
    const code = await buildSiteScript(mode);
    const bytes = gzipSync(code, { level: 9 }).length;
    process.stdout.write(`browser ${mode}: ${bytes} bytes gzipped, ${code.length} plain\n`);
    expect(bytes).toBeLessThanOrEqual(6_144);
    expect(code).not.toMatch(/\bimport\b/);
  },
);
