import type { Profile } from '../../profile.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import type { CompanyFile } from '../system-design.js';

interface Offer {
  readonly key: string;
  readonly what: string;
  readonly fromDays: number;
  readonly toDays: number;
  readonly worth: string;
}

const offered: Readonly<Record<Profile, readonly Offer[]>> = {
  retailer: [
    { key: 'SPRING', what: 'free delivery on the first order', fromDays: 460, toDays: 400, worth: '4.90 EUR' },
    { key: 'SALE', what: 'up to 40 % off', fromDays: 200, toDays: 186, worth: '40 %' },
    { key: 'MISS-YOU', what: '10 % on your next order', fromDays: 730, toDays: 0, worth: '10 %' },
    { key: 'GARDEN', what: 'two pots for one', fromDays: 90, toDays: 30, worth: '12.90 EUR' },
  ],
  contracts: [
    { key: 'HOME10', what: 'ten per cent on home insurance', fromDays: 180, toDays: 159, worth: '10 %' },
    { key: 'BACK2', what: 'two months free', fromDays: 730, toDays: 0, worth: '2 months' },
    { key: 'FRIEND', what: 'bring a friend', fromDays: 365, toDays: 0, worth: '25.00 EUR' },
  ],
};

/** What may be promised in a message, and for how long it holds. */
export function offers(profile: Profile): CompanyFile {
  return {
    grows: 'with time',
    name: 'commitments/offers.csv',
    about: 'offers with the time for which they hold',
    format: 'csv',
    columns: [
      { name: 'offer', means: 'key of the offer' },
      { name: 'what', means: 'in words' },
      { name: 'from', means: 'ISO 8601, UTC' },
      { name: 'to', means: 'ISO 8601, UTC' },
      { name: 'worth', means: 'what it is worth to her' },
    ],
    *list({ untilMs }) {
      const daysBefore = (days: number) => isoTime(untilMs - days * 86_400_000);
      for (const { key, what, fromDays, toDays, worth } of offered[profile])
        yield csvLine([key, what, daysBefore(fromDays), daysBefore(toDays), worth]);
    },
  };
}
