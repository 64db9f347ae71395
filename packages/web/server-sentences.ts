import type { Plugin } from 'vite';

/**
 * Keeps out of the script what only the server ever says: why something is set aside, findings, stories, and what is told of people. A screen that said one of these would
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

const saidByServer =
  /^ +'(?:collect\.set-aside|collect\.unreadable-line|collect\.delivery-problem|understand|resolve\.(?:compare|coverage(?!\.kinds)|customers|explain(?!\.(?:counted|thing)')|found|join|join-list|person|refused|split|what-if))\.[^']+':\s*(?:'[^'\n]*'|"[^"\n]*"),\n/gm;
