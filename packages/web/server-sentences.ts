import type { Plugin } from 'vite';

/**
 * Keeps out of the script what only the server ever says: why something is set aside or used, findings and stories. A screen that said one of these would
 * fail at once, since its message is missing.
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

/** Groups of sentences that no screen says; of those about who is who, screens say what rules and identifiers are. */
const groups = [
  'collect\\.(?:set-aside|unreadable-line|delivery-problem)\\.',
  'understand\\.',
  'resolve\\.coverage\\.(?!kinds)',
  'resolve\\.explain\\.(?!counted|thing)',
  'resolve\\.(?:customers|hub|join|moved|person|refused|split|what-if)\\b',
  'resolve\\.trait\\.(?:contradicted|settled|unsettled|why)\\b',
];

const saidByServer = new RegExp(`^ +'(?:${groups.join('|')})[^']*':\\s*(?:'[^'\\n]*'|"[^"\\n]*"),\\n`, 'gm');
