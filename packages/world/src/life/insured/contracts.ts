import { scattered } from '../../chance/scattered.js';
import { browserOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';
import type { ContractSigned, Product } from '../moment.js';
import { noteServiceMail } from '../note-mail.js';
import type { StageSpan } from '../stage.js';
import { dayMs, openingTime } from '../times.js';

/** A contract she has. */
export interface Held {
  readonly contract: string;
  readonly product: Product;
  readonly signedMs: number;
}

const products = ['car', 'home', 'liability', 'legal'] as const satisfies readonly Product[];
const yearlyCents = { car: 62_000, home: 24_000, liability: 9_500, legal: 21_000 } as const;

/** One to three contracts, the first at the beginning of her time as a customer. */
export function signContracts(diary: Diary, { fromMs, toMs }: StageSpan, broker: number | undefined): readonly Held[] {
  const { chance, person, around } = diary;
  const first = chance.below(products.length);
  const many = 1 + chance.below(3);
  const contracts: Held[] = [];
  for (let at = 0; at < many; at += 1) {
    const product = products[(first + at) % products.length] ?? 'car';
    const signedMs = openingTime(chance, at === 0 ? fromMs : chance.between(fromMs, toMs));
    const contract = `V${scattered(person.number, 19)}${diary.count('contract')}`;
    const through: ContractSigned['through'] =
      broker === undefined ? (chance.hits(0.7) ? 'web' : 'call_centre') : 'broker';
    if (through === 'web' && !diary.holds('account')) {
      diary.takes('account');
      const browser = browserOf(person, around.seed, signedMs);
      diary.note(
        { atMs: signedMs - 120_000, touchpoint: 'Portal', cause: 'first contract' },
        { kind: 'registration', browser },
      );
    }
    diary.note(
      { atMs: signedMs, touchpoint: through === 'broker' ? 'Broker' : 'Contract', cause: 'needs cover' },
      { kind: 'contract-signed', contract, product, yearlyCents: priceOf(diary, product), through },
    );
    diary.note(
      { atMs: signedMs + 3 * dayMs, touchpoint: 'Letter', cause: 'contract signed' },
      { kind: 'letter', what: 'policy', contract },
    );
    noteServiceMail(diary, signedMs + dayMs, { subject: 'Your contract', about: contract });
    contracts.push({ contract, product, signedMs });
  }
  return contracts;
}

function priceOf({ chance }: Diary, product: Product): number {
  return Math.round(yearlyCents[product] * chance.between(0.7, 1.5));
}

export function endContracts(diary: Diary, atMs: number, contracts: readonly Held[]): void {
  for (const { contract, product } of contracts) {
    diary.note(
      {
        atMs: openingTime(diary.chance, atMs - 3 * dayMs),
        touchpoint: 'Contract',
        cause: diary.mood < -0.5 ? 'dissatisfied' : 'needs it no more',
      },
      { kind: 'contract-ended', contract, product },
    );
  }
}
