import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { compareTraits } from '@throughline/core/resolve/compare-traits';
import type { JsonValue } from '@throughline/core/resolve/json-value';
import type { Wording } from '@throughline/core/resolve/wording';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import { explainedPerson } from './explained-person.js';
import type { IdentityFrame } from './identity-frame.js';
import { listJoins } from './list-joins.js';
import { loadComponent } from './load-component.js';
import type { FoundPerson } from './person.sql.js';
import type { ComparisonAnswer, PersonAnswer } from './person-schema.js';
import { readPerson } from './read-person.js';

type Compared = FoundPerson & { readonly id: string };

/** Two persons beside each other, and why they are not held to be one. Error: `customers.already-one`. */
export async function comparePersons(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  [first, second]: readonly [Compared, Compared],
  nowMs: number,
  words: Words,
): Promise<ComparisonAnswer> {
  if (first.person === second.person) {
    throw new ThroughlineError('customers.already-one', 'the two are one person already');
  }
  const { person: a } = await readPerson(client, workspace, frame, first, nowMs, words);
  const { person: b } = await readPerson(client, workspace, frame, second, nowMs, words);
  const traits = compareTraits(said(a), said(b));
  const wording: Wording = { words, sourceName: frame.sourceName, zone: frame.zone, now: nowMs };
  const component = await loadComponent(client, workspace, frame, [first.person, second.person]);
  const ofB = new Set(b.identifiers.map(keyOf));
  const { joins } = listJoins(explainedPerson(component, first.person, frame, wording), wording);
  const between = joins.filter(({ held, identifiers }) => !held && identifiers.some((one) => ofB.has(keyOf(one))));
  const count = (verdict: (typeof traits)[number]['verdict']) =>
    traits.filter((trait) => trait.verdict === verdict).length;
  return {
    opening: words.say('resolve.compare.opening', {
      same: count('same'),
      different: count('different'),
      apart: between.length > 0 ? 'yes' : 'no',
    }),
    a,
    b,
    traits,
    why:
      between.length === 0
        ? [words.say('resolve.compare.never-together')]
        : [
            ...new Set(
              between.map(({ sentence, refusedBecause }) =>
                refusedBecause === null
                  ? sentence
                  : words.say('resolve.compare.refused', { asked: sentence, because: refusedBecause }),
              ),
            ),
          ],
  };
}

/** Everything in an answer came out of JSON. */
function said({ golden }: PersonAnswer['person']) {
  return golden.map(({ trait, value }) => ({ trait, value: value as JsonValue }));
}

const keyOf = ({ namespace, value }: { readonly namespace: string; readonly value: string }): string =>
  `${namespace}\n${value}`;
