import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourhood } from '../people/neighbourhood.js';
import { voices } from '../people/person.js';
import { saidInEnglish } from './said-in-english.js';
import { saidInGerman } from './said-in-german.js';
import type { Topic } from './topic.js';
import { noteOf, wordsOf } from './words-of.js';

const [person] = neighbourhood({ seed: 1, sinceMs: 0, untilMs: 1 }, 0);
const topics = Object.keys(saidInEnglish) as Topic[];
const occasion = fc.record({ topic: fc.constantFrom(...topics), place: fc.nat(500) });
const speaker = fc.record({
  language: fc.constantFrom('de' as const, 'en' as const),
  voice: fc.constantFrom(...voices),
});

describe('what people say', () => {
  it('is the same for the same occasion, and names the matter if there is one', () => {
    fc.assert(
      fc.property(occasion, speaker, fc.nat(), (at, how, seed) => {
        if (person === undefined) return;
        const one = { ...person, ...how };
        const said = wordsOf(one, at, seed);
        expect(wordsOf(one, at, seed)).toBe(said);
        expect(said).not.toMatch(/\{| {2}/);
        const sentences = { de: saidInGerman, en: saidInEnglish }[how.language][at.topic].said;
        if (sentences.every((sentence) => sentence.includes('{about}')))
          expect(wordsOf(one, { ...at, about: 'LW1' }, seed).toUpperCase()).toContain('LW1');
        expect(noteOf(one, 'Ada', at, seed)).not.toContain('{');
      }),
    );
  });

  it('speaks of every topic in both languages, each sentence once', () => {
    for (const sayings of [saidInEnglish, saidInGerman]) {
      const sentences = topics.flatMap((topic) => [...sayings[topic].said, ...sayings[topic].noted]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
    expect(Object.keys(saidInGerman)).toEqual(topics);
  });
});
