import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { csvLine } from '../writing/csv-line.js';
import { wallTime } from '../writing/written-times.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'America/Los_Angeles';

type Rule = Mapping['rows'][number];

const named = (event: string, name: string, direction: string): Rule => ({
  rule: event,
  make: 'interaction',
  when: [{ value: '{event}', is: event }],
  key: 'id',
  identifiers: { anonymous_id: '{visitor}' },
  name,
  time: '{time}',
  direction,
  channel: { from: '{network}', table: { search: 'paid_search', social: 'paid_social' } },
  touchpoint: 'Advertisement',
  properties: { campaign: '{campaign}', cost: { from: '{cost_eur}', as: 'number' } },
});

const events: LifeFile = {
  grows: 'with people',
  name: 'ads/events.csv',
  about: 'one line for each view and each paid click, in the zone of the advertising account',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'id', means: 'number of the view or click' },
    { name: 'event', means: 'view or click' },
    { name: 'time', means: `yyyy-MM-dd HH:mm:ss in ${zone}` },
    { name: 'network', means: 'search or social' },
    { name: 'campaign', means: 'campaign' },
    { name: 'cost_eur', means: 'what it cost' },
    { name: 'visitor', means: 'anonymous id of the browser, the same as on the web site' },
  ],
  mapping: {
    version: 1,
    source: 'Advertising',
    file: { format: 'csv' },
    zone,
    channel: 'paid_search',
    rows: [
      named('click', 'Advertisement clicked', 'from-customer'),
      named('view', 'Advertisement shown', 'to-customer'),
    ],
  },
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'advertisement') continue;
      const id = recordNumber('A', life, moment);
      const { atMs, costCents, campaign, browser, clicked } = moment;
      const event = clicked ? 'click' : 'view';
      const network = moment.place % 2 === 0 ? 'search' : 'social';
      const cells = [id, event, wallTime(atMs, zone), network, campaign, (costCents / 100).toFixed(2), browser];
      write({ record: `${event}:${id}`, what: 'interaction', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    }
  },
};

export const ads: SystemDesign = {
  key: 'ads',
  kind: 'import',
  about: 'what was shown and clicked, and what it cost; it knows browsers and no people',
  source: sourceNamed('Advertising', { channel: 'paid_search', team: 'Marketing', trust: 20, zone }),
  files: [events],
};
