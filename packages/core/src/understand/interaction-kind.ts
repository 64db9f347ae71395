import type { Direction } from '../collect/interaction.js';

/**
 * What an interaction is to the customer: she bought, gave something back, complained, asked for help, said what she thinks; was told
 * something by us of our own accord, was served (an answer, news of her order), or a matter of hers was solved.
 */
export type InteractionKind = (typeof interactionKinds)[number];

export const interactionKinds = [
  'buy',
  'return',
  'complaint',
  'help',
  'feedback',
  'told',
  'served',
  'solved',
  'other',
] as const;

/** What the rules read. `aboutComplaint`: what it is about is a complaint or a claim. */
export interface InteractionWords {
  readonly name: string;
  readonly channel: string;
  readonly direction: Direction;
  readonly aboutComplaint: boolean;
}

/** Kinds of case that are complaints. */
export const complaintCases = ['complaint', 'claim', 'beschwerde', 'reklamation'] as const;

/**
 * Plain rules over channel, direction and name, in English and German, until somebody says what a touchpoint is for. The first that fits
 * decides; what fits none is `other`, and no figure counts it.
 */
export function interactionKind({ name, channel, direction, aboutComplaint }: InteractionWords): InteractionKind {
  const words = ` ${name
    .replace(/([a-zß-ÿ])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  if (solved.test(words)) return 'solved';
  if (direction === 'to-customer') return helpChannels.has(channel) || service.test(words) ? 'served' : 'told';
  if (direction === 'observed') return 'other';
  if (complained.test(words)) return 'complaint';
  if (aboutComplaint)
    return helpChannels.has(channel) || asked.test(words) || !bought.test(words) ? 'complaint' : 'buy';
  if (answered.test(words)) return 'feedback';
  if (gaveBack.test(words)) return 'return';
  if (bought.test(words)) return 'buy';
  if (asked.test(words) || helpChannels.has(channel)) return 'help';
  return channel === 'email' && !read.test(words) ? 'help' : 'other';
}

const helpChannels: ReadonlySet<string> = new Set(['call_centre', 'ivr', 'chat', 'messaging']);

const solved =
  / (resolved|solved|closed|settled|gelöst|erledigt|geschlossen) $| (complaint|case|ticket) (resolved|solved|closed|settled) /;
const service =
  / (reply|replied|answer|answered|response|confirmation|confirmed|invoice|shipped|shipping|delivery|delivered|dispatched|bounced|failed|deferred|dropped|reminder|password|antwort|bestätigung|rechnung|versand|versendet|zugestellt|mahnung) /;
const complained = / (complain|complained|complains|complaint|complaints|beschwerde|beschwert|reklamation|reklamiert) /;
const answered = / (survey|feedback|nps|csat|review|reviewed|rating|rated|umfrage|bewertung|bewertet) /;
const gaveBack =
  / (return|returned|returns|refund|refunded|cancelled|canceled|retoure|rückgabe|widerruf|storniert|storno) /;
const bought =
  / (ordered|order completed|order placed|order created|purchase|purchased|bought|sale|sold|checkout completed|payment completed|transaction completed|bestellt|bestellung|gekauft|kauf|einkauf|receipt|kassenbon|kassenbeleg) |^ (order|orders|transaction) $/;
const asked =
  / (call|called|calls|contact|contacted|ticket|asked|question|enquiry|inquiry|help|support|hotline|chat|anruf|angerufen|anfrage|frage) /;
const read = / (open|opened|click|clicked|delivered|unsubscribed|geöffnet|geklickt) /;
