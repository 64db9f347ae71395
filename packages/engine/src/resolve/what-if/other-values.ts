import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import { compareText } from '@throughline/core/resolve/compare-text';
import type { GoldenTrait } from '@throughline/core/resolve/golden-trait';
import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import {
  type TraitsRuledOtherwise,
  traitsRuledOtherwise,
} from '@throughline/core/resolve/traits/traits-ruled-otherwise';
import type { ClientBase } from 'pg';
import { asClaim } from '../batch/as-claim.js';
import { asSettled } from '../batch/as-settled.js';
import { groupByPerson } from '../batch/group-by-person.js';
import { personPage } from '../batch/persons.sql.js';
import { settledOfPersons } from '../batch/settled-traits.sql.js';
import { claimsAbout, personsInSample } from './what-if.sql.js';

export interface OtherValues {
  /** Who would have another value of any trait. */
  readonly people: number;
  /** By trait, the one with most people first. */
  readonly traits: readonly { readonly trait: string; readonly people: number }[];
  readonly samples: readonly OtherValue[];
}

export interface OtherValue {
  readonly id: string;
  readonly name: string | null;
  readonly before: GoldenTrait;
  readonly after: GoldenTrait;
}

const personsAtOnce = 2_000;
const mostSamples = 20;

/** Which traits other rules choose otherwise; undefined if none. */
export function askedTraits(before: RuleSet, after: RuleSet): TraitsRuledOtherwise | undefined {
  const asked = traitsRuledOtherwise(before.goldenTraits, after.goldenTraits);
  return asked.others || asked.named.length > 0 ? asked : undefined;
}

/**
 * For whom another value would be used under other rules, of the people as they are now: reads what is claimed about the traits that are ruled
 * otherwise, and chooses twice. `onProgress` takes the number of the last person that was looked at, and may throw to stop it.
 */
export async function readOtherValues(
  client: ClientBase,
  workspace: number,
  asked: TraitsRuledOtherwise,
  rules: { readonly before: RuleSet; readonly after: RuleSet },
  onProgress: (person: number) => void,
): Promise<OtherValues> {
  const found = {
    people: 0,
    byTrait: new Map<string, number>(),
    samples: new Map<string, Changed & { person: number }>(),
  };
  for (let last: number | undefined = 0; ; ) {
    const persons: readonly number[] = await personPage(client, workspace, last, personsAtOnce);
    last = persons.at(-1);
    if (last === undefined) break;
    const claims = groupByPerson(
      (await claimsAbout(client, workspace, persons, asked)).map((row) => ({ person: row.person, item: asClaim(row) })),
    );
    const settled = groupByPerson(
      (await settledOfPersons(client, workspace, persons)).map((row) => ({ person: row.person, item: asSettled(row) })),
    );
    for (const [person, said] of claims) {
      const choose = ({ goldenTraits: under }: RuleSet) => goldenTraits(said, under, settled.get(person));
      const changed = differences(choose(rules.before), choose(rules.after));
      if (changed.length > 0) found.people += 1;
      for (const one of changed) {
        const { trait } = one.after;
        found.byTrait.set(trait, (found.byTrait.get(trait) ?? 0) + 1);
        if (found.samples.size < mostSamples) found.samples.set(`${person} ${trait}`, { ...one, person });
      }
    }
    onProgress(last);
  }
  return {
    people: found.people,
    traits: [...found.byTrait].map(([trait, people]) => ({ trait, people })).sort(mostPeopleFirst),
    samples: await named(client, workspace, [...found.samples.values()]),
  };
}

const mostPeopleFirst = (a: { trait: string; people: number }, b: { trait: string; people: number }): number =>
  b.people - a.people || compareText(a.trait, b.trait);

type Changed = Pick<OtherValue, 'before' | 'after'>;

/** Both are of the same claims, so they hold the same traits in the same order. */
function differences(before: readonly GoldenTrait[], after: readonly GoldenTrait[]): readonly Changed[] {
  return before.flatMap((was, at) => {
    const is = after[at];
    return is === undefined || canonicalJson(was.value) === canonicalJson(is.value) ? [] : [{ before: was, after: is }];
  });
}

async function named(
  client: ClientBase,
  workspace: number,
  samples: readonly (Changed & { readonly person: number })[],
): Promise<readonly OtherValue[]> {
  const persons = samples.map(({ person }) => person);
  const known = new Map((await personsInSample(client, workspace, persons)).map((row) => [row.person, row]));
  return samples.flatMap(({ person, before, after }) => {
    const row = known.get(person);
    return row === undefined ? [] : [{ id: row.id, name: row.name, before, after }];
  });
}
