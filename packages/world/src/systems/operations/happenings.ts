import { painPoints } from '../../life/pain-points.js';
import type { Profile } from '../../profile.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import type { CompanyFile } from '../system-design.js';
import { listMapping } from './operations.js';

interface Happening {
  readonly daysBefore: number;
  readonly days: number;
  readonly kind: 'outage' | 'price change' | 'campaign' | 'release';
  readonly what: string;
}

const everywhere: readonly Happening[] = [
  { daysBefore: 512, days: 1, kind: 'outage', what: 'web site away for six hours' },
  { daysBefore: 333, days: 2, kind: 'outage', what: 'telephone of the call centre away' },
];

const happened: Readonly<Record<Profile, readonly Happening[]>> = {
  retailer: [
    ...everywhere,
    { daysBefore: 380, days: 1, kind: 'price change', what: 'garden furniture dearer by 8 %' },
    { daysBefore: 200, days: 14, kind: 'campaign', what: 'Sale: up to 40 % off' },
  ],
  contracts: [
    ...everywhere,
    { daysBefore: 365, days: 1, kind: 'price change', what: 'car insurance dearer by 11 %' },
    { daysBefore: 180, days: 21, kind: 'campaign', what: 'Ten per cent on home insurance' },
  ],
};

/** What happened to all at once: candidates for why a figure moved, some of which are no reason at all. */
export function happenings(profile: Profile): CompanyFile {
  return {
    grows: 'with time',
    name: 'operations/happenings.csv',
    about: 'outages, price changes, releases, campaigns',
    format: 'csv',
    columns: [
      { name: 'from', means: 'ISO 8601, UTC' },
      { name: 'to', means: 'ISO 8601, UTC' },
      { name: 'kind', means: 'outage, price change, campaign, release' },
      { name: 'what', means: 'in words' },
    ],
    mapping: listMapping({
      rule: 'happening',
      make: 'happening',
      what: '{what}',
      time: '{from}',
      until: '{to}',
      kind: {
        from: '{kind}',
        table: { outage: 'outage', 'price change': 'price_change', campaign: 'campaign', release: 'release' },
      },
    }),
    *list({ untilMs }) {
      const daysBefore = (days: number) => isoTime(untilMs - days * 86_400_000);
      for (const { daysBefore: from, days, kind, what } of happened[profile])
        yield csvLine([daysBefore(from), daysBefore(from - days), kind, what]);
      for (const { profile: of, sinceDays, cause } of painPoints)
        if (of === profile) yield csvLine([daysBefore(sinceDays), daysBefore(sinceDays - 1), 'release', cause]);
    },
  };
}
