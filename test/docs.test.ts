import { readFile } from 'node:fs/promises';
import { errorCatalogue } from '@throughline/core/errors/error-catalogue';
import { errorPage } from '@throughline/core/errors/error-page';
import { describe, expect, it } from 'vitest';

describe('docs/errors.md', () => {
  it('lists every code of the catalogue and no other (node packages/engine/bin/write-docs.mjs writes it)', async () => {
    const page = await readFile(new URL('../docs/errors.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| `([^`]+)`/gm)].map((row) => row[1]);
    expect(listed).toEqual(Object.keys(errorCatalogue).sort());
    expect(page).toBe(errorPage());
  });
});

describe('the catalogue of errors', () => {
  it('is sorted, and each entry is a sentence', () => {
    const codes = Object.keys(errorCatalogue);
    expect(codes).toEqual([...codes].sort());
    for (const [code, { explanation }] of Object.entries(errorCatalogue)) {
      expect(code).toMatch(/^[a-z-]+(\.[a-z-]+)+$/);
      expect(explanation).toMatch(/^[A-Z“"].*\.$/s);
    }
  });
});
