import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import { parseMapping } from '@throughline/core/collect/mapping/parse-mapping';
import { proposeMapping } from '@throughline/core/collect/proposal/propose-mapping';
import { languages } from '@throughline/core/words/language';
import { wordsIn } from '@throughline/core/words/words-in';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { judge } from '../bench/proposal/judge.mjs';
import { sampleOf } from '../bench/proposal/sample-of.mjs';
import { writeFile } from '../bench/proposal/write-file.mjs';

/* Exports that the recognising code has never seen, other ones in each run; `bench/proposal.mjs` says more about more of them. */
const seed = Math.floor(Math.random() * 1e9);
const files = Array.from({ length: 20 }, (_, at) => writeFile(seed + at));
const proposed = files.map((file) => {
  const context = { country: file.country, zone: 'Europe/Berlin', currency: file.currency, language: file.language };
  return { file, proposal: proposeMapping(sampleOf(file), { ...context, today: '2026-05-01' }, {}) };
});

describe(`the proposals for generated exports (seed ${seed})`, () => {
  it('are right for at least nine of ten columns', () => {
    const columns = proposed.flatMap(({ file, proposal }) => judge(file, proposal).columns);
    const wrong = columns.filter(({ fault }) => fault !== null);
    expect(wrong.length / columns.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.1);
  });

  it('make mappings that can be written as YAML, read again and compiled', () => {
    for (const { proposal } of proposed) {
      const mapping = parseMapping(parse(stringify(proposal.mapping)));
      expect(mapping).toEqual(proposal.mapping);
      expect(() => compileMapping(mapping)).not.toThrow();
    }
  });

  it('make mappings that read nearly all lines', () => {
    const shares = proposed.map(({ file, proposal }) => {
      const compiled = compileMapping(parseMapping(proposal.mapping));
      const places = compiled.columns.map((name) => proposal.columns.findIndex(({ column }) => column === name));
      const faulty = file.rows.filter((cells, at) =>
        compiled
          .readLine(
            places.map((place) => cells[place] ?? ''),
            at + 2,
          )
          .some(({ faults }) => faults.length > 0),
      );
      return faulty.length / file.rows.length;
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(0.06);
  });

  it('say all they say in sentences of the catalogue', () => {
    for (const { proposal } of proposed) {
      const sentences = [
        ...proposal.columns.flatMap(({ sentence, evidence }) => [sentence, evidence]),
        ...proposal.questions.flatMap(({ sentence, choices }) => [sentence, ...choices.map((one) => one.sentence)]),
        ...proposal.notices.map(({ sentence }) => sentence),
      ];
      for (const { key, values } of sentences) {
        for (const language of languages) expect(wordsIn(language).say(key, values)).not.toBe('');
      }
    }
  });
});
