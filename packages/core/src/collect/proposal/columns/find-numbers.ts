import { numberFacts } from '../readings/number-facts.js';
import type { ColumnFacts } from './column-facts.js';
import { evidence } from './evidence.js';
import { type Finding, generic } from './finding.js';

/** Amounts, quantities, scores, durations and other numbers that are counted with. */
export function findNumbers(facts: ColumnFacts): readonly Finding[] {
  const { texts } = facts;
  const numbers = numberFacts(texts);
  if (texts.length === 0 || numbers.matching < 0.85 * texts.length) return [];
  const why = evidence.form(numbers.matching, texts.length);
  if (numbers.money > 0.5 * texts.length) return [{ meaning: 'amount', weight: 2.2, evidence: why }];
  if (!numbers.isWhole) {
    const weight = numbers.shareOf2Decimals > 0.8 ? 1.5 : numbers.shareOf2Decimals > 0.4 ? 1.1 : 0.6;
    return [
      { meaning: 'amount', weight, evidence: why },
      { meaning: 'number', weight: generic, evidence: why },
      { meaning: 'quantity', weight: 0.3, evidence: why },
      { meaning: 'score', weight: 0.2, evidence: why },
    ];
  }
  return texts.every((text) => /^-?\d{1,15}(?:[.,]0)?$/.test(text) || !/\d/.test(text))
    ? wholeNumbers(facts)
    : [{ meaning: 'amount', weight: 0.5, evidence: why }];
}

function wholeNumbers(facts: ColumnFacts): readonly Finding[] {
  const numbers = facts.texts.flatMap((text) => /^(-?\d+)(?:[.,]0)?$/.exec(text)?.[1] ?? []).map(Number);
  const least = numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const why = evidence.range(least, most);
  const findings: Finding[] = [{ meaning: 'number', weight: generic, evidence: why }];
  const add = (meaning: Finding['meaning'], weight: number) => findings.push({ meaning, weight, evidence: why });
  if (facts.texts.some((text) => /^0\d/.test(text)) && most > 9) return findings;
  if (least >= 0 && most <= 10 && most >= 2) {
    const shape = smallNumbers(numbers);
    add('score', shape.isFalling ? 0.35 : shape.isTopHeavy ? 1 : 0.6);
    add('quantity', shape.isFalling && least >= 1 ? 0.95 : 0.35);
  } else if (least >= 0 && most < 1000 && facts.counts.size < 60 && smallNumbers(numbers).isFalling)
    add('quantity', 0.7);
  if (least >= 0 && most > 20 && most < 40_000 && facts.counts.size > 12) add('duration', 0.6);
  if (least >= 0 && most > 10) add('amount', 0.4);
  if (least >= 0 && !findings.some(({ meaning }) => meaning === 'quantity')) add('quantity', 0.3);
  if (least >= 0 && most <= 100 && most > 10 && facts.counts.size > 5) add('score', 0.2);
  return findings;
}

/** How often the numbers from 0 to 10 come: quantities fall off from 1, scores pile up at the top. */
function smallNumbers(numbers: readonly number[]): { isFalling: boolean; isTopHeavy: boolean } {
  const counts = Array.from({ length: 11 }, () => 0);
  for (const number of numbers) if (number <= 10) counts[number] = (counts[number] ?? 0) + 1;
  const least = counts.findIndex((count) => count > 0);
  const most = counts.findLastIndex((count) => count > 0);
  const first = counts[least] ?? 0;
  const upper = counts.slice(Math.ceil((least + most) / 2)).reduce((sum, count) => sum + count, 0);
  return {
    isFalling: first === Math.max(...counts) && first > 0.3 * numbers.length && upper < 0.5 * numbers.length,
    isTopHeavy: upper > 0.5 * numbers.length,
  };
}
