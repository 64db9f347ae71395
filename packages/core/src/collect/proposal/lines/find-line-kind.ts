import type { Candidates } from '../columns/candidates.js';
import { headerWords } from '../columns/header-meanings.js';
import { heaviest } from '../columns/heaviest.js';
import type { FileSample } from '../file-sample.js';
import type { LineKind } from '../line-kind.js';
import type { Meaning } from '../meaning.js';
import type { Grouping } from './find-grouping.js';

/** The kinds a line may be of, likeliest first. The name of the file counts a little. */
export function findLineKinds(
  sample: FileSample,
  columns: readonly Candidates[],
  grouping: Grouping | undefined,
): readonly LineKind[] {
  const points = new Map<LineKind, number>([['other', 1.2]]);
  const add = (kind: LineKind, weight: number) => points.set(kind, (points.get(kind) ?? 0) + weight);
  const present = new Map<Meaning, Candidates>();
  for (const column of columns) {
    const meaning = heaviest(column);
    if (present.has(meaning)) continue;
    present.set(meaning, column);
    for (const [kind, weight] of signs[meaning] ?? []) add(kind, weight);
  }
  for (const word of headerWords(sample.name.replace(/\.[a-z0-9]+$/i, ''))) {
    for (const [kind, form] of names) if (form.test(word)) add(kind, 1.4);
  }
  if (grouping !== undefined)
    add(
      'order-line',
      present.has('product') || present.has('product-number') || present.has('quantity') || present.has('amount')
        ? 3.5
        : 1.5,
    );
  else add('order-line', -1.5);
  const person = present.get('email') ?? present.get('customer-number') ?? present.get('phone');
  const isOncePerPerson = person !== undefined && person.facts.counts.size > 0.95 * person.facts.texts.length;
  if (isOncePerPerson) add('contact', 0.8);
  else if (person !== undefined) add('contact', -1.5);
  if (!present.has('date-time') && !present.has('date')) {
    add('contact', 1.5);
    if (!present.has('order-number')) add('order', -1.5);
  }
  if (present.has('date-time')) add('contact', -0.7);
  return [...points].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([kind]) => kind);
}

const signs: Partial<Record<Meaning, readonly (readonly [LineKind, number])[]>> = {
  score: [['survey-answer', 2]],
  duration: [['call', 2]],
  phone: [
    ['call', 0.9],
    ['contact', 0.2],
  ],
  'call-number': [['call', 1.5]],
  direction: [['call', 1.2]],
  agent: [
    ['call', 0.5],
    ['visit', 0.3],
    ['complaint', 0.3],
  ],
  event: [['message-event', 2.6]],
  campaign: [['message-event', 0.9]],
  url: [['message-event', 0.5]],
  'user-agent': [['message-event', 0.7]],
  'ip-address': [['message-event', 0.4]],
  amount: [
    ['order', 1.7],
    ['order-line', 1],
  ],
  'order-number': [
    ['order', 1.2],
    ['order-line', 0.8],
  ],
  currency: [['order', 0.5]],
  category: [['order', 0.3]],
  product: [['order-line', 1]],
  'product-number': [['order-line', 1]],
  quantity: [
    ['order-line', 0.7],
    ['visit', 0.2],
  ],
  location: [['visit', 1]],
  'time-of-day': [['visit', 0.5]],
  'loyalty-card': [
    ['visit', 0.3],
    ['contact', 0.2],
  ],
  'case-number': [['complaint', 1.6]],
  reason: [
    ['complaint', 0.9],
    ['call', 0.6],
  ],
  outcome: [
    ['complaint', 0.6],
    ['call', 0.3],
    ['order', 0.4],
  ],
  'free-text': [
    ['complaint', 0.6],
    ['survey-answer', 0.8],
    ['call', 0.2],
  ],
  channel: [['complaint', 0.3]],
  birthday: [['contact', 1.2]],
  salutation: [['contact', 0.6]],
  'first-name': [['contact', 0.5]],
  'last-name': [['contact', 0.5]],
  'full-name': [['contact', 0.4]],
  street: [['contact', 0.5]],
  postcode: [['contact', 0.3]],
  consent: [['contact', 0.7]],
  company: [['contact', 0.4]],
};

const names: readonly (readonly [LineKind, RegExp])[] = [
  [
    'contact',
    /^(?:contacts?|customers?|kunden|kontakte|clients?|clientes|klanten|members?|mitglieder|leads?|persons?|personen|adress(?:en|es)?|subscribers?|abonnenten|crm)$/,
  ],
  ['order-line', /(?:items?|lines?|positionen|artikel|bestellpositionen|lignes|lineas|regels|details)$/],
  [
    'order',
    /^(?:orders?|bestellung(?:en)?|auftraege|commandes?|pedidos?|bestellingen|sales|verkaeufe|umsaetze|transactions?|purchases?|invoices?|rechnungen|shop)$/,
  ],
  ['call', /^(?:calls?|anrufe?|telefonate|appels|llamadas|gesprekken|callcenter|hotline|cdr|acd)$/],
  [
    'survey-answer',
    /^(?:surveys?|umfragen?|befragung(?:en)?|answers?|antworten|responses?|nps|csat|feedback|enquetes?|encuestas?|bewertungen|ratings?|reviews?)$/,
  ],
  ['visit', /^(?:visits?|besuche?|filialbesuche|visites?|visitas?|bezoeken|footfall|pos|kasse|bons?)$/],
  [
    'complaint',
    /^(?:complaints?|beschwerden?|reklamationen|cases?|tickets?|faelle|plaintes|quejas|klachten|incidents?)$/,
  ],
  [
    'message-event',
    /^(?:newsletters?|mailings?|emails?|mails?|campaigns?|kampagnen?|sends?|clicks?|opens?|aussendungen)$/,
  ],
];
