import type { FileSample } from '../file-sample.js';
import type { LineKind } from '../line-kind.js';
import { findGrouping, type Grouping } from '../lines/find-grouping.js';
import { findLineKinds } from '../lines/find-line-kind.js';
import type { Meaning } from '../meaning.js';
import { type Adjustment, adjusted } from './adjusted.js';
import type { Candidates } from './candidates.js';
import { evidence } from './evidence.js';
import { byWeight, columnsMeaning, heaviest } from './heaviest.js';
import { relatePeople } from './relate-people.js';
import { relatePlacesAndProducts } from './relate-places.js';

export interface Settled {
  readonly columns: readonly Candidates[];
  readonly grouping: Grouping | undefined;
  /** Likeliest first. */
  readonly lineKinds: readonly LineKind[];
}

/** Looks at the columns together: what one is decides for another. `lineKind` is what somebody said a line is. */
export function settleColumns(
  sample: FileSample,
  alone: readonly Candidates[],
  lineKind: LineKind | undefined,
): Settled {
  const related = adjusted(adjusted(alone, relatePlacesAndProducts(alone)), relatePeople(alone));
  const grouping = findGrouping(sample, related);
  const grouped = grouping === undefined ? related : adjusted(related, withinGroups(grouping));
  const lineKinds = findLineKinds(sample, grouped, grouping);
  const kind = lineKind ?? lineKinds[0] ?? 'other';
  const fitting = adjusted(
    grouped,
    grouped.flatMap((column) => fittingTo(kind, column)),
  );
  const known = kind === 'contact' ? adjusted(fitting, numberOfPeople(fitting)) : fitting;
  return { columns: adjusted(known, oneOfEach(known)), grouping, lineKinds };
}

function withinGroups({ position, counting, varying }: Grouping): readonly Adjustment[] {
  return [
    { position, meaning: 'order-number', add: 1.2 },
    { position, meaning: 'customer-number', add: -0.4 },
    ...[...counting].map((at) => ({ position: at, meaning: 'number', add: 1.4 }) as const),
    ...[...varying].flatMap((at) => [
      { position: at, meaning: 'product', add: 0.3 } as const,
      { position: at, meaning: 'product-number', add: 0.3 } as const,
      { position: at, meaning: 'customer-number', add: -0.5 } as const,
      { position: at, meaning: 'loyalty-card', add: -0.5 } as const,
    ]),
  ];
}

/** In a list of people without any other way to recognise them, the number of the record is the person's. */
function numberOfPeople(columns: readonly Candidates[]): readonly Adjustment[] {
  if (columnsMeaning(columns, 'email', 'phone', 'customer-number', 'loyalty-card').length > 0) return [];
  return columnsMeaning(columns, 'record-number')
    .filter(({ facts }) => facts.counts.size === facts.values.length)
    .slice(0, 1)
    .map(({ facts }) => ({ position: facts.position, meaning: 'customer-number', add: 2 }));
}

/** What files of a kind usually hold. */
const usual: Readonly<Record<LineKind, Partial<Record<Meaning, number>>>> = {
  contact: {
    'customer-number': 0.6,
    'loyalty-card': 0.1,
    city: 0.3,
    'first-name': 0.2,
    'last-name': 0.3,
    consent: 0.15,
    outcome: -0.3,
    agent: -0.2,
    product: -0.3,
  },
  order: { 'order-number': 0.6, outcome: 0.2, category: 0.2, score: -0.5, duration: -0.5, amount: 0.2, quantity: 0.1 },
  'order-line': {
    'order-number': 0.3,
    product: 0.4,
    'product-number': 0.4,
    quantity: 0.5,
    amount: 0.2,
    score: -0.6,
    duration: -0.5,
    city: -0.2,
    'last-name': -0.3,
  },
  call: {
    'call-number': 0.8,
    agent: 0.3,
    reason: 0.5,
    outcome: 0.2,
    duration: 0.5,
    amount: -0.3,
    product: -0.2,
    score: -0.1,
  },
  'survey-answer': { score: 0.5, 'record-number': 0.5, 'free-text': 0.2, 'order-number': -0.3, quantity: -0.3 },
  visit: { location: 0.5, agent: 0.4, quantity: 0.3, 'order-number': 0.3, score: -0.3, product: -0.2 },
  complaint: { 'case-number': 0.8, reason: 0.5, outcome: 0.2, product: -0.2 },
  'message-event': {
    event: 0.4,
    campaign: 0.6,
    'record-number': 0.4,
    product: -0.3,
    location: -0.2,
    reason: -0.2,
    'free-text': -0.3,
  },
  other: {},
};

function fittingTo(kind: LineKind, { facts: { position, counts, texts } }: Candidates): readonly Adjustment[] {
  const isRepeated = kind === 'contact' && counts.size < 0.9 * texts.length;
  return Object.entries(usual[kind]).map(([meaning, add]) => ({
    position,
    meaning: meaning as Meaning,
    // A number that many people of a list share would make one person of them.
    add: isRepeated && meaning === 'customer-number' ? -add : add,
  }));
}

/** Of these a file has one; a second column is something else, unless its name says so too. */
const single: ReadonlySet<Meaning> = new Set([
  ...([
    'customer-number',
    'order-number',
    'call-number',
    'case-number',
    'record-number',
    'loyalty-card',
    'postcode',
    'city',
  ] as const),
  ...([
    'first-name',
    'last-name',
    'full-name',
    'birthday',
    'currency',
    'channel',
    'agent',
    'reason',
    'outcome',
    'location',
  ] as const),
  ...([
    'product',
    'product-number',
    'event',
    'campaign',
    'gender',
    'salutation',
    'language',
    'country',
    'street',
    'company',
    'quantity',
  ] as const),
]);

function oneOfEach(columns: readonly Candidates[]): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  let current = columns;
  for (let round = 0; round < 4; round++) {
    const losers = losing(current);
    if (losers.length === 0) break;
    adjustments.push(...losers);
    current = adjusted(columns, adjustments);
  }
  return adjustments;
}

function losing(columns: readonly Candidates[]): readonly Adjustment[] {
  const best = new Map<Meaning, { column: Candidates; weight: number }>();
  const heads = columns.map((column) => ({
    column,
    meaning: heaviest(column),
    weight: byWeight(column)[0]?.[1].weight ?? 0,
  }));
  for (const { column, meaning, weight } of heads) {
    const known = best.get(meaning);
    if (known === undefined || weight > known.weight) best.set(meaning, { column, weight });
  }
  return heads.flatMap(({ column, meaning }) => {
    if (!single.has(meaning) || best.get(meaning)?.column === column || (column.header.get(meaning) ?? 0) > 0.6)
      return [];
    return [{ position: column.facts.position, meaning, add: -0.8, evidence: evidence.none() }];
  });
}
