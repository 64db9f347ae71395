/**
 * Whether a system wrote this because it had nothing to write: "n/a", 000000, an advertising id that was switched off. Such a value names
 * everybody who has none, so it must never join them. Short runs of one digit stay: customer 222 exists.
 */
export function isPlaceholder(namespace: string, text: string): boolean {
  const value = text.toLowerCase();
  if (words.has(value) || /^[\p{P}\p{S}\s]+$/u.test(value)) return true;
  if (namespace === 'email') return isPlaceholderEmail(value);
  const bare = value.replace(/[\p{P}\p{S}\s]/gu, '');
  if (/^0+$/u.test(bare) || /^(.)\1{5,}$/u.test(bare)) return true;
  return namespace === 'phone' && countingDigits.has(bare);
}

const words: ReadonlySet<string> = new Set([
  ...[
    'n/a',
    'na',
    'n.a.',
    'n.a',
    '#n/a',
    'nan',
    'none',
    'null',
    '(null)',
    '<null>',
    'nil',
    'undefined',
    '[object object]',
  ],
  ...[
    'unknown',
    'not available',
    'not provided',
    'not set',
    '(not set)',
    'no value',
    'missing',
    'empty',
    'blank',
    'tbd',
    'tba',
  ],
  ...[
    'unbekannt',
    'keine',
    'keine angabe',
    'k.a.',
    'k. a.',
    'inconnu',
    'desconocido',
    'sconosciuto',
    'onbekend',
    'nieznany',
  ],
  ...[
    'anonymous',
    'anonym',
    'guest',
    'gast',
    'invité',
    'true',
    'false',
    'xxx',
    'xxxx',
    'test',
    'dummy',
    'default',
    'noemail',
  ],
]);

const countingDigits: ReadonlySet<string> = new Set([
  '123456',
  '1234567',
  '12345678',
  '123456789',
  '1234567890',
  '0123456789',
]);

/** `none@none.com`, `test@test.de`, `xx@xx.xx`: an invented name before and after the @. */
function isPlaceholderEmail(value: string): boolean {
  const [name = '', domain = ''] = value.split('@');
  if (domain === 'invalid' || domain.endsWith('.invalid')) return true;
  const firstLabel = domain.split('.')[0] ?? '';
  if (/^(.)\1*$/u.test(name) && (name === firstLabel || /^(.)\1*\.\1+$/u.test(domain))) return true;
  return name === firstLabel && inventedNames.has(name);
}

const inventedNames: ReadonlySet<string> = new Set([
  ...['test', 'none', 'null', 'na', 'nomail', 'noemail', 'no', 'unknown', 'undefined', 'email', 'mail', 'asdf', 'abc'],
  ...['dummy', 'fake', 'example', 'keine', 'unbekannt'],
]);
