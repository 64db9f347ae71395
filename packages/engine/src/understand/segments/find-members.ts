import type { ClickHouseClient } from '@clickhouse/client';
import { filtersOf } from '@throughline/core/understand/segments/check-condition';
import type { Clause } from '@throughline/core/understand/segments/clause';
import { clausesOf } from '@throughline/core/understand/segments/clauses-of';
import { type Condition, zoneTrait } from '@throughline/core/understand/segments/condition';
import { zoneOfTrait } from '@throughline/core/understand/segments/judge-condition';
import { segmentsIn } from '@throughline/core/understand/segments/segment-circle';
import type { ClientBase } from 'pg';
import { askDeeds } from './ask-deeds.js';
import { type AskedDeed, askedDeeds, dependsOnPersonsZone } from './asked-deeds.js';
import { PersonBits, type PersonWord } from './person-bits.js';
import { allPersons, readSegmentFrame } from './persons.sql.js';
import { readSegmentCodes } from './read-segment-codes.js';
import { personsOfTrait, readTraits, type TraitHolders } from './trait-holders.js';

/** The two are never added together. */
export interface Members {
  readonly customers: PersonBits;
  readonly visitors: PersonBits;
}

/** Who is asked for. `segments`: conditions referred to, by id; they must not go in a circle. */
export interface AskedMembers {
  readonly conditions: readonly Condition[];
  readonly segments: ReadonlyMap<string, Condition>;
  readonly momentMs: number;
}

/*
 * A condition over everybody is an algebra of sets. What people did is asked of the analytics engine, all clauses in one query; the values
 * of traits come from PostgreSQL, and each different value is judged once, by core itself; groups put the sets together here. Where windows
 * depend on the clock of the person, a deed is asked once for each different pair of bounds, and each zone takes its own.
 */

/** Who each of the conditions means at a moment, as of what the stores hold. `client` is in the workspace. */
export async function findMembers(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  asked: AskedMembers,
): Promise<readonly Members[]> {
  const conditions = conditionsIn(asked);
  const clauses = conditions.flatMap(({ where }) => clausesOf(where).map(({ clause }) => clause));
  const words = await allPersons(client, workspace);
  const everybody = PersonBits.of(words);
  const { sources, ...frame } = await readSegmentFrame(client, workspace);
  const traits = await readTraits(client, workspace, [
    ...new Set(clauses.flatMap((clause) => (clause.type === 'trait' ? [clause.trait] : []))),
    ...(conditions.some(dependsOnPersonsZone) ? [zoneTrait] : []),
  ]);
  const livingIn = personsByZone(traits.get(zoneTrait) ?? [], frame.zone);
  const clock = { momentMs: asked.momentMs, ...frame };
  const planned = new Map(
    conditions.map((condition) => [condition, askedDeeds(condition, clock, [...livingIn.keys()])]),
  );
  const deeds = [...planned.values()].flatMap((byClause) => [...byClause.values()].flat());
  const asksKinds = clauses.some((clause) => filtersOf(clause, '').some(({ filter }) => filter.kinds !== undefined));
  const codes = await readSegmentCodes(analytics, client, workspace, { sources, asksKinds });
  const answers = await askDeeds(analytics, workspace, deeds, { codes, momentMs: asked.momentMs, everybody });
  const answerOf = new Map(deeds.map((deed, index) => [deed, answers[index]]));
  const parts: Answers = {
    ...{ everybody, segments: asked.segments, livingIn },
    holdersOf: (trait) => traits.get(trait) ?? [],
    deedsOf: (clause, condition) => planned.get(condition)?.get(clause) ?? [],
    didIt: (deed) => answerOf.get(deed) ?? everybody.emptied(),
  };
  const recognised = everybody.emptied();
  recognised.addWords(words.map(({ word, recognised: bits }) => ({ word, bits })));
  return asked.conditions.map((condition) => {
    const members = putTogether(condition, parts);
    return { customers: members.and(recognised), visitors: members.without(recognised) };
  });
}

/** These and what they refer to. */
function conditionsIn({ conditions, segments }: AskedMembers): readonly Condition[] {
  const found = new Set(conditions);
  for (const one of found)
    for (const id of segmentsIn(one)) {
      const other = segments.get(id);
      if (other !== undefined) found.add(other);
    }
  return [...found];
}

/** Persons whose zone is known and another than the workspace's. */
function personsByZone(zones: readonly TraitHolders[], usual: string): ReadonlyMap<string, readonly PersonWord[]> {
  return new Map(
    zones.flatMap(({ value, persons }) => {
      const zone = zoneOfTrait(value);
      return zone === undefined || zone === usual ? [] : [[zone, persons] as const];
    }),
  );
}

/** What the parts of a condition gave. */
interface Answers {
  readonly everybody: PersonBits;
  readonly segments: ReadonlyMap<string, Condition>;
  readonly livingIn: ReadonlyMap<string, readonly PersonWord[]>;
  readonly holdersOf: (trait: string) => readonly TraitHolders[];
  readonly deedsOf: (clause: AskedDeed['clause'], condition: Condition) => readonly AskedDeed[];
  readonly didIt: (deed: AskedDeed) => PersonBits;
}

function putTogether(condition: Condition, answers: Answers): PersonBits {
  const { everybody } = answers;
  const setOf = (clause: Clause): PersonBits => {
    switch (clause.type) {
      case 'all':
        return clause.of.map(setOf).reduce((all, part) => all.and(part), everybody);
      case 'any':
        return clause.of.map(setOf).reduce((all, part) => all.or(part), everybody.emptied());
      case 'not':
        return everybody.without(setOf(clause.of));
      case 'trait':
        return personsOfTrait(clause, answers.holdersOf(clause.trait), everybody);
      case 'member': {
        const other = answers.segments.get(clause.segment);
        if (other === undefined) throw new Error(`the condition of segment ${clause.segment} is not at hand`);
        return putTogether(other, answers);
      }
      default:
        return eachByOwnClock(answers.deedsOf(clause, condition), answers);
    }
  };
  return setOf(condition.where);
}

/** The last of the variants is for those whom none before it is for. */
function eachByOwnClock(variants: readonly AskedDeed[], { everybody, livingIn, didIt }: Answers): PersonBits {
  let [left, found] = [everybody, everybody.emptied()];
  for (const variant of variants) {
    const living = everybody.emptied();
    for (const zone of variant.zones) living.addWords(livingIn.get(zone) ?? []);
    const meant = variant.zones.length === 0 ? left : living;
    found = found.or(didIt(variant).and(meant));
    left = left.without(living);
  }
  return found;
}
