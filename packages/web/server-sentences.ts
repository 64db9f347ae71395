import type { Plugin } from 'vite';

/**
 * Keeps out of the script what only the server ever says: why something is set aside, why people are one or a value is used, findings, stories and what
 * is told of people. A screen that said one of these would fail at once, since its message is missing.
 */
export function withoutServerSentences(): Plugin {
  return {
    name: 'without-server-sentences',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/core\/(?:src|dist)\/words\/(?:en|de)\.[jt]s$/.test(id)) return null;
      return { code: code.replace(saidByServer, ''), map: null };
    },
  };
}

/** Of what tells who is who, the screens say by themselves only what an identifier and a rule are called. */
const saidByServer = new RegExp(
  `^ +'(?:${[
    'collect\\.set-aside',
    'collect\\.unreadable-line',
    'collect\\.delivery-problem',
    'resolve\\.explain\\.(?!thing\\b|counted\\b)',
    'resolve\\.coverage\\.(?!kinds\\b)',
    'resolve\\.(?:compare|customers|found|gap|hub|join|join-list|moved|person|refused|split|what-if)',
    'resolve\\.trait\\.(?:contradicted|settled|unsettled|why)\\b',
    'understand',
  ].join('|')})[^']*':\\s*(?:'[^'\\n]*'|"[^"\\n]*"),\\n`,
  'gm',
);
