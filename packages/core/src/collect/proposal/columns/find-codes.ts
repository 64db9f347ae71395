import { isNationalId } from '../forms/is-national-id.js';
import { isPostcode } from '../forms/is-postcode.js';
import { isProductCode } from '../forms/is-product-code.js';
import type { ProposalContext } from '../proposal-context.js';
import type { ColumnFacts } from './column-facts.js';
import { evidence } from './evidence.js';
import { type Finding, generic } from './finding.js';
import { isRising } from './is-rising.js';

/** Numbers and codes that name something: a person, an order, a thing. Which of them is settled with the other columns of the file. */
export function findCodes(facts: ColumnFacts, context: ProposalContext): readonly Finding[] {
  const { texts, some, counts } = facts;
  if (texts.length === 0) return [];
  const findings: Finding[] = [];
  const share = (matches: (text: string) => boolean) => some.filter(matches).length / some.length;
  const add = (meaning: Finding['meaning'], weight: number, why: Finding['evidence']) =>
    findings.push({ meaning, weight, evidence: why });
  const form = (matching: number) => evidence.form(Math.round(matching * texts.length), texts.length);

  const postcodes = share((text) => isPostcode(text, context.country));
  const isBroad = counts.size > Math.min(8, texts.length * 0.2);
  if (postcodes > 0.8) {
    const isDistinctive = share((text) => /[A-Z] ?\d|-/i.test(text)) > 0.7;
    const startsWithZero = texts.some((text) => /^0\d{4}$/.test(text)) && isSpread(texts);
    add(
      'postcode',
      (isDistinctive ? 1.9 : startsWithZero ? 1.5 : isSpread(texts) ? 0.7 : 0.25) * (isBroad ? 1 : 0.6),
      form(postcodes),
    );
  } else if (share((text) => /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{2,8}$/i.test(text)) > 0.8) add('postcode', 0.2, form(1));
  const products = share(isProductCode);
  if (products > 0.8 && counts.size < texts.length * 0.9)
    add('product-number', 1.5, evidence.checkDigit(Math.round(products * texts.length), texts.length));
  const passports = share(isNationalId);
  if (passports > 0.6) add('national-id', 1.5, form(passports));

  const codes = share(isCode);
  if (codes < 0.85) return findings;
  const isUnique = counts.size > 0.97 * texts.length;
  const digits = share((text) => /^\d+$/.test(text));
  const isUuid = share((text) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^[0-9a-f]{24,64}$/i.test(text)) > 0.8;
  const why = isUnique ? evidence.ownNumber(counts.size, texts.length) : evidence.repeated(counts.size, texts.length);
  const small = digits > 0.9 && share((text) => text.length < 3) > 0.9;
  const isFew = counts.size <= Math.min(40, texts.length * 0.3);
  const base = small ? 0.1 : isFew && !isUnique ? 0.5 : 0.75;
  const rising = isRising(texts) ? 0.25 : 0;
  add('customer-number', base * (counts.size > 3 ? 1 : 0.3) - rising, why);
  add('order-number', base * 0.9 + (small ? 0 : rising), why);
  add('call-number', base * (isUnique ? 0.7 : 0.3), why);
  add('case-number', base * (isUnique ? 0.7 : 0.4), why);
  add('record-number', (isUuid ? 1.5 : base * 0.9) * (isUnique ? 1 : 0.4), why);
  add('product-number', base * (isUnique ? 0.25 : 0.75), why);
  add('loyalty-card', base * (isCardLike(texts, digits) ? 1.05 : 0.2), why);
  add('national-id', 0.15, why);
  add('bank-account', 0.1, why);
  if (digits > 0.8 && share((text) => text.length >= 6) > 0.8) add('phone', 0.55, why);
  if (!isUnique) {
    add('location', isBroad ? 0.2 : 0.4, why);
    add('campaign', 0.2, why);
    add('agent', isBroad ? 0.15 : 0.3, why);
  }
  if (counts.size === 1 && texts.length > 5) add('category', 1, why);
  if (isFew && digits < 0.9) add('category', generic, why);
  return findings;
}

/** One word with digits in it, as systems number things: 10023, K-4711, ORD_2026/17. */
function isCode(text: string): boolean {
  return (
    text.length <= 64 &&
    /^#?[\p{L}\d]+(?:[-_/.][\p{L}\d]+)*$/u.test(text) &&
    /\d/.test(text) &&
    !/^\d+[.,]\d+$/.test(text)
  );
}

/** Spread over the whole range of five digits, as places of a country are and numbers of customers are not. */
function isSpread(texts: readonly string[]): boolean {
  const first = new Set(texts.map((text) => text.charAt(0)));
  return first.size >= Math.min(4, texts.length / 4);
}

/** Nine digits or more, of one length (a prefix aside), scattered rather than counted up. */
function isCardLike(texts: readonly string[], digitsShare: number): boolean {
  const bare = texts.map((text) => text.replace(/^[A-Z]{1,3}/, ''));
  const lengths = new Set(bare.map((text) => text.length));
  const length = bare[0]?.length ?? 0;
  if (lengths.size > 3 || length < 8 || length > 19 || (digitsShare < 0.9 && !bare.every((text) => /^\d*$/.test(text))))
    return false;
  const tails = new Set(bare.map((text) => text.slice(-6, -4)));
  return tails.size > Math.min(20, new Set(bare).size * 0.4);
}
