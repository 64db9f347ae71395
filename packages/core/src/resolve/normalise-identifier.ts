import { isPlaceholder } from './is-placeholder.js';
import { namespaceName, reservedNamespaces } from './namespace-name.js';
import { normaliseEmail } from './normalise-email.js';
import { normalisePhone } from './normalise-phone.js';
import type { LeftOutReason, NormalisedIdentifier } from './normalised-identifier.js';

/** Stored with what it produced; a change of any rule below raises it. */
export const normaliserVersion = 1;

const maxLength = 512;

/**
 * Brings what a source calls somebody into the one form it is stored and compared in, or says why it names nobody.
 *
 * - Text is composed (NFC), freed of invisible characters and outer space; whole numbers are taken as text. Applying it twice changes nothing.
 * - E-mail addresses are checked and lower-cased, phone numbers become E.164 (`defaultCountry`, ISO 3166: the source's), spaces leave card numbers.
 * - The case of every other identifier is kept.
 */
export function normaliseIdentifier(
  given: { readonly namespace: string; readonly value: unknown },
  options: { readonly defaultCountry?: string | undefined } = {},
): NormalisedIdentifier {
  const { namespace } = given;
  if (!namespaceName.test(namespace) || reservedNamespaces.has(namespace)) return leftOut('bad-namespace');
  const text = asText(given.value);
  if (text === undefined) return leftOut('not-text');
  const clean = text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .trim();
  if (clean === '') return leftOut('empty');
  if (/\p{Cc}/u.test(clean)) return leftOut('control-characters');
  if (clean.length > maxLength) return leftOut('too-long');
  if (isPlaceholder(namespace, clean)) return leftOut('placeholder');
  if (namespace === 'email') return normaliseEmail(clean);
  if (namespace === 'phone') return normalisePhone(clean, options.defaultCountry);
  const value = namespace === 'loyalty_card' ? clean.replace(/\s+/gu, '') : clean;
  return { type: 'identifier', identifier: { namespace, value } };
}

function leftOut(reason: LeftOutReason): NormalisedIdentifier {
  return { type: 'left-out', reason };
}

/** Half a surrogate pair is no text: no store could give it back unchanged. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  return /\p{Surrogate}/u.test(value) ? undefined : value;
}
