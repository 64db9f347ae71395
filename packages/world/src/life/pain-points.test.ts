import { describe, expect, it } from 'vitest';
import type { CompanyDesign } from '../company/company-design.js';
import { contracts } from '../company/contracts.js';
import { livesOf } from '../company/lives-of.js';
import { retailer } from '../company/retailer.js';
import type { Life } from './life.js';
import type { Moment } from './moment.js';
import { hurts, type PainKey, painPoints } from './pain-points.js';

/*
 * Of the occasions on which a pain point can be met while it hurts, the share at which it is: counted from 4,000 lives of a fixed seed, within
 * four standard deviations.
 */

const untilMs = Date.UTC(2026, 5, 1);
const around = { seed: 23, sinceMs: untilMs - 730 * 86_400_000, untilMs };
const saturday = (atMs: number) => new Date(atMs).getUTCDay() === 6;

/** The occasions, each with whether it hurt. */
type Occasions = (life: Life, moment: Moment) => readonly boolean[];

const occasions: Partial<Record<PainKey, Occasions>> = {
  'late-parcels': ({ person }, moment) =>
    moment.kind === 'online-order' &&
    person.household.country === 'DE' &&
    /^[012]/.test(person.household.address.postcode)
      ? [moment.deliveredMs > moment.promisedMs + 86_400_000]
      : [],
  'slow-refunds': (_life, moment) =>
    moment.kind === 'return' && moment.where === 'store' ? [moment.refundedMs - moment.atMs > 17 * 86_400_000] : [],
  'app-sign-in': (_life, moment) =>
    moment.kind === 'visit' && moment.on === 'app' ? [moment.fails === 'Sign In Failed'] : [],
  'till-queue': (_life, moment) =>
    moment.kind === 'store-purchase' && moment.store === 7 && saturday(moment.atMs)
      ? [moment.pain === 'till-queue']
      : [],
  'upload-fails': (_life, moment) =>
    moment.kind === 'visit' && moment.steps.some((step) => step === '/claims/new' || step === 'New claim')
      ? [moment.fails === 'Upload Failed']
      : [],
  'unclear-premium': ({ moments }, moment) =>
    moment.kind === 'letter' && moment.what === 'premium change' && productOf(moments, moment.contract) === 'car'
      ? [moment.pain === 'unclear-premium']
      : [],
};

describe.each<[CompanyDesign]>([[retailer], [contracts]])('pain points', (design) => {
  const lives = [...livesOf(design, around, 4_000)];

  it(`of ${design.name} are met as often as they state, and never outside their time`, () => {
    for (const { key, share, profile } of painPoints) {
      const isOccasion = occasions[key];
      if (isOccasion === undefined || (profile === 'retailer') !== (design === retailer)) continue;
      const met: boolean[] = [];
      for (const life of lives) {
        for (const moment of life.moments) {
          const here = isOccasion(life, moment);
          if (hurts(key, moment.atMs, untilMs)) met.push(...here);
          else expect([key, here.includes(true)]).toEqual([key, false]);
        }
      }
      const seen = met.filter((one) => one).length / met.length;
      const bound = 4 * Math.sqrt((share * (1 - share)) / met.length);
      expect([key, met.length > 30, Math.abs(seen - share) < bound]).toEqual([key, true, true]);
    }
  });
});

function productOf(moments: readonly Moment[], contract: string): string | undefined {
  for (const moment of moments)
    if (moment.kind === 'contract-signed' && moment.contract === contract) return moment.product;
  return undefined;
}
