import { normaliseIdentifier } from '../../../resolve/normalise-identifier.js';
import { isEmailLike } from '../forms/is-email-like.js';
import { isIban } from '../forms/is-iban.js';
import { isPaymentCard } from '../forms/is-payment-card.js';
import type { ProposalContext } from '../proposal-context.js';
import type { ColumnFacts } from './column-facts.js';
import { evidence } from './evidence.js';
import type { Finding } from './finding.js';

/** Meanings whose form leaves little doubt: addresses, numbers with a check sum, telephone numbers as people write them. */
export function findStrongForms(facts: ColumnFacts, context: ProposalContext): readonly Finding[] {
  const findings: Finding[] = [];
  const { some } = facts;
  const add = (meaning: Finding['meaning'], matches: (text: string) => boolean, weight: number, least: number) => {
    const matching = some.filter(matches).length;
    if (some.length === 0 || matching < least * some.length || matching === 0) return;
    const share = matching / some.length;
    const why = checked.has(meaning) ? evidence.checkDigit : evidence.form;
    findings.push({
      meaning,
      weight: weight * (0.4 + 0.6 * share),
      evidence: why(scaled(matching, facts), facts.texts.length),
    });
  };
  add('email', isEmailLike, 2.4, 0.4);
  add('url', (text) => /^(?:https?:\/\/|www\.)\S+$/i.test(text), 2.4, 0.6);
  add('ip-address', isIpAddress, 2.4, 0.8);
  add(
    'user-agent',
    (text) => /^(?:Mozilla|Opera|Dalvik|okhttp|curl|python-requests|PostmanRuntime)\/\d/.test(text),
    2.4,
    0.6,
  );
  add('bank-account', isIban, 2.4, 0.6);
  add('payment-card', isPaymentCard, 2.4, 0.8);
  add('phone', phoneForm(context.country), 2, 0.5);
  return findings;
}

const checked: ReadonlySet<string> = new Set(['bank-account', 'payment-card']);

/** `some` is a part of the texts; the sentence speaks of all that were sampled. */
function scaled(matching: number, facts: ColumnFacts): number {
  return Math.round((matching / facts.some.length) * facts.texts.length);
}

function isIpAddress(text: string): boolean {
  if (/^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i.test(text)) return true;
  return (
    /^(?:\d{1,3}\.){3}(?:\d{1,3}|x|0)$/.test(text) &&
    text.split('.').every((part) => part === 'x' || Number(part) <= 255)
  );
}

/** Written as a telephone number (plus, zero or brackets first, or in American groups) and one that can exist. Digits alone could be any number. */
function phoneForm(country: string): (text: string) => boolean {
  return (text) =>
    (/^(?:tel:)?[+(0]/u.test(text) || /^(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(text)) &&
    /^(?:tel:)?\+?[\d\s()./-]{6,24}$/u.test(text) &&
    text.replace(/\D/g, '').length >= 7 &&
    normaliseIdentifier({ namespace: 'phone', value: text }, { defaultCountry: country }).type === 'identifier';
}
