import type { NormalisedIdentifier } from './normalised-identifier.js';

const maxLengthBeforeAt = 64;
const maxLength = 254;
const beforeAt = /^[^\s@"(),:;<>[\]\\.]+(?:\.[^\s@"(),:;<>[\]\\.]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * Checks the form of an address and lower-cases it as Unicode says, in no locale. Nothing else is changed: `a.b+shop@gmail.com` and
 * `ab@gmail.com` are two addresses, because only Google knows better.
 */
export function normaliseEmail(text: string): NormalisedIdentifier {
  const value = text
    .replace(/^mailto:/iu, '')
    .toLowerCase()
    .normalize('NFC');
  const at = value.lastIndexOf('@');
  const labels = value.slice(at + 1).split('.');
  const last = labels.at(-1) ?? '';
  const isAddress =
    at > 0 &&
    value.length <= maxLength &&
    at <= maxLengthBeforeAt &&
    beforeAt.test(value.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((part) => label.test(part)) &&
    last.length >= 2 &&
    !/^\p{N}+$/u.test(last);
  if (!isAddress) return { type: 'left-out', reason: 'not-an-email' };
  return { type: 'identifier', identifier: { namespace: 'email', value } };
}
