import { describe, expect, it } from 'vitest';
import { scoresOf } from './score.js';

const nps = { name: 'Q1', value: 9, from: 0, to: 10, question: 'recommend', about: 'company' };

describe('the scores of an interaction', () => {
  it('are those of its property', () => {
    expect(scoresOf({ scores: [nps], other: 1 })).toEqual([nps]);
  });

  it('are not what says no scale, lies outside it or asks nothing known', () => {
    const { from: _, ...withoutScale } = nps;
    const wrong = [withoutScale, { ...nps, value: 11 }, { ...nps, value: '9' }, { ...nps, question: 'nps' }, null, 9];
    expect(scoresOf({ scores: wrong })).toEqual([]);
    expect(scoresOf({ scores: 'nine' })).toEqual([]);
    expect(scoresOf({})).toEqual([]);
  });
});
