import { csvLine } from '../writing/csv-line.js';
import { wallTime } from '../writing/written-times.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'America/Los_Angeles';

const clicks: LifeFile = {
  grows: 'with people',
  name: 'ads/clicks.csv',
  about: 'one line for each paid click, in the zone of the advertising account',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'click_id', means: 'number of the click' },
    { name: 'time', means: `yyyy-MM-dd HH:mm:ss in ${zone}` },
    { name: 'network', means: 'search or social' },
    { name: 'campaign', means: 'campaign' },
    { name: 'cost_eur', means: 'what the click cost' },
    { name: 'visitor', means: 'anonymous id that the landing page set' },
  ],
  mapping: {
    version: 1,
    source: 'Advertising',
    file: { format: 'csv' },
    zone,
    channel: 'paid_search',
    rows: [
      {
        rule: 'click',
        make: 'interaction',
        key: 'click_id',
        identifiers: { anonymous_id: '{visitor}' },
        name: 'Advertisement clicked',
        time: '{time}',
        direction: 'from-customer',
        channel: { from: '{network}', table: { search: 'paid_search', social: 'paid_social' } },
        touchpoint: 'Advertisement',
        properties: { campaign: '{campaign}', cost: { from: '{cost_eur}', as: 'number' } },
      },
    ],
  },
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'ad-click') continue;
      const id = recordNumber('A', life, moment);
      const { atMs, costCents, campaign, browser } = moment;
      const network = costCents % 2 === 0 ? 'search' : 'social';
      const cells = [id, wallTime(atMs, zone), network, campaign, (costCents / 100).toFixed(2), browser];
      write({ record: `click:${id}`, what: 'interaction', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    }
  },
};

export const ads: SystemDesign = {
  key: 'ads',
  kind: 'import',
  about: 'paid clicks and what they cost; it knows browsers and no people',
  source: sourceNamed('Advertising', { channel: 'paid_search', team: 'Marketing', trust: 20, zone }),
  files: [clicks],
};
