import { centsOf } from '../life/shopping/goods.js';
import { cardOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { decimalComma, germanTime } from '../writing/written-times.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

/** The till of this shop was set up with the wrong zone and nobody noticed. */
const wrongZoneShop = 5;

const zone = 'Europe/Berlin';

const receipts: LifeFile = {
  grows: 'with people',
  name: 'tills/receipts.csv',
  about: 'one line for each article of a receipt; clocks on the wall of the shop, money with a comma',
  format: 'csv',
  delimiter: ';',
  mayDouble: false,
  columns: [
    { name: 'Bon', means: 'number of the receipt' },
    { name: 'Filiale', means: 'number of the shop' },
    { name: 'Zeit', means: `dd.MM.yyyy HH:mm in ${zone}; shop ${wrongZoneShop} writes UTC and does not know it` },
    {
      name: 'Karte',
      means: 'number of the loyalty card, if one was shown; 000000 where the cashier had to enter something',
    },
    { name: 'Artikel', means: 'article number' },
    { name: 'Menge', means: 'pieces' },
    { name: 'Betrag', means: 'worth of the line in EUR, decimal comma' },
  ],
  mapping: {
    version: 1,
    source: 'Tills',
    file: { format: 'csv', delimiter: ';' },
    zone,
    country: 'DE',
    currency: 'EUR',
    channel: 'store',
    dates: 'dd.MM.yyyy HH:mm',
    rows: [
      {
        rule: 'receipt',
        make: 'interaction',
        'group by': 'Bon',
        identifiers: { loyalty_card: '{Karte}' },
        name: 'Store purchase',
        time: '{Zeit}',
        direction: 'from-customer',
        touchpoint: 'Checkout',
        location: 'Shop {Filiale}',
        about: { kind: 'order', id: '{Bon}' },
        value: { from: '{Betrag}', decimal: ',', merge: 'sum' },
        items: {
          sku: '{Artikel}',
          quantity: { from: '{Menge}', as: 'number' },
        },
      },
    ],
  },
  record: ({ person, moments }, write) => {
    for (const moment of moments) {
      if (moment.kind !== 'store-purchase') continue;
      const { receipt, store, goods, showsCard, atMs } = moment;
      const time = germanTime(atMs, store === wrongZoneShop ? 'UTC' : zone);
      const card = showsCard ? cardOf(person) : centsOf(goods) % 11 === 0 ? '000000' : '';
      write({
        record: `receipt:${receipt}`,
        what: 'interaction',
        moment,
        atMs: moment.atMs,
        lines: goods.map(({ sku, quantity, cents }) =>
          csvLine([receipt, store, time, card, sku, quantity, decimalComma(quantity * cents)], ';'),
        ),
      });
    }
  },
};

export const tills: SystemDesign = {
  key: 'tills',
  kind: 'import',
  about: 'the tills of ten shops; of a customer they know the loyalty card, if she shows it',
  source: sourceNamed('Tills', { channel: 'store', team: 'Shops', trust: 40, zone }),
  files: [receipts],
};
