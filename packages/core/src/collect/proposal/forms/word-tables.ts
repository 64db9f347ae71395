import { isCurrency } from '../../../govern/is-currency.js';
import { channelName, knownChannels } from '../../channel.js';

/** Tables for the mapping: what the words of a column mean in ours. Each is made of the words that were seen; `undefined` is a word nobody knows. */
export const wordTables = {
  channel: (word: string): string | undefined => channels.get(plain(word)) ?? knownChannel(word),
  direction: (word: string): 'from-customer' | 'to-customer' | undefined => {
    if (/^(?:in|ein|entr|inkom|incoming)/.test(plain(word))) return 'from-customer';
    return /^(?:out|aus|sort|sal|uit)/.test(plain(word)) ? 'to-customer' : undefined;
  },
  mailEvent: (word: string): string | undefined => mailEvents.find(([, form]) => form.test(plain(word)))?.[0],
  outcome: (word: string): 'well' | 'badly' | undefined => {
    const text = plain(word);
    if (
      /^(?:not|nicht|un|non|no|niet|kein)[ -]?(?:re)?(?:solved|geloest|erledigt|resuelto|resolu|opgelost)|rejected|abgelehnt|failed|fehlgeschlagen|abandoned|abgebrochen|eskaliert|escalated/.test(
        text,
      )
    )
      return 'badly';
    return /resolved|solved|geloest|erledigt|erfolgreich|success|resuelto|resolu|opgelost|satisfied|zufrieden/.test(
      text,
    )
      ? 'well'
      : undefined;
  },
  isVoid: (word: string): boolean => /^(?:cancel|storn|annul|cancelad|geannuleerd|void)/.test(plain(word)),
  currency: (word: string): string | undefined =>
    signs.get(word) ?? (isCurrency(word.toUpperCase()) ? word.toUpperCase() : undefined),
};

export const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['zł', 'PLN'],
]);

function knownChannel(word: string): string | undefined {
  const name = channelName(word);
  return knownChannels.find((known) => known === name);
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const mailEvents: readonly (readonly [string, RegExp])[] = [
  ['Email Bounced', /bounce|unzustellbar/],
  ['Unsubscribed', /unsub|abgemeldet|abmeldung|desinscr|baja|afgemeld/],
  ['Email Marked as Spam', /spam|complain/],
  ['Email Link Clicked', /click|klick|clique|geklikt/],
  ['Email Opened', /open|geoeffnet|oeffnung|ouvert|abiert/],
  ['Email Delivered', /deliver|zugestellt|livre|entregado|bezorgd/],
  ['Email Sent', /^sen[dt]|gesendet|versendet|versandt|envoy|enviad|verzonden/],
];

const channels: ReadonlyMap<string, string> = new Map([
  ...[
    'filiale',
    'laden',
    'retail',
    'pos',
    'branch',
    'shop vor ort',
    'in store',
    'instore',
    'magasin',
    'boutique',
    'tienda',
    'winkel',
    'kasse',
    'schalter',
    'markt',
  ].map((word) => [word, 'store'] as const),
  ...['telefon', 'telephone', 'tel', 'tel.', 'call', 'callcenter', 'hotline', 'telefono', 'telefoon', 'anruf'].map(
    (word) => [word, 'call_centre'] as const,
  ),
  ...[
    'online',
    'webshop',
    'shop',
    'onlineshop',
    'online shop',
    'internet',
    'site',
    'desktop',
    'homepage',
    'webseite',
  ].map((word) => [word, 'web'] as const),
  ...['mobile', 'ios', 'android', 'mobile app'].map((word) => [word, 'app'] as const),
  ...['brief', 'letter', 'fax', 'courrier', 'carta', 'mailing', 'postalisch'].map((word) => [word, 'post'] as const),
  ...['whatsapp', 'messenger'].map((word) => [word, 'messaging'] as const),
  ...['facebook', 'instagram', 'social media', 'twitter', 'tiktok'].map((word) => [word, 'social'] as const),
  ...['amazon', 'ebay', 'marktplatz', 'marketplace', 'haendler'].map((word) => [word, 'partner'] as const),
  ...['correo', 'courriel', 'newsletter'].map((word) => [word, 'email'] as const),
]);
