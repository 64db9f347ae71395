import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { TraitClaim } from '@throughline/core/resolve/trait-claim';
import type { ClientBase } from 'pg';
import { type GroupClaimRow, groupClaims } from './person.sql.js';

export interface Group {
  readonly kind: string;
  readonly value: string;
  readonly traits: Record<string, unknown>;
}

/** Households and accounts that a person belongs to, with the values we use of what is said of them. */
export async function readGroups(
  client: ClientBase,
  workspace: number,
  person: number,
  rules: RuleSet['goldenTraits'],
): Promise<readonly Group[]> {
  const units = new Map<number, { readonly kind: string; readonly value: string; readonly claims: TraitClaim[] }>();
  for (const row of await groupClaims(client, workspace, person)) {
    const { unit, kind, value } = row;
    const known = units.get(unit) ?? { kind, value, claims: [] };
    units.set(unit, known);
    if (row.trait !== null) known.claims.push(asClaim(row, row.trait));
  }
  return [...units.values()].map(({ kind, value, claims }) => ({
    kind,
    value,
    traits: Object.fromEntries(goldenTraits(claims, rules).map((golden) => [golden.trait, golden.value])),
  }));
}

function asClaim(row: GroupClaimRow, trait: string): TraitClaim {
  return {
    node: row.unit,
    trait,
    source: row.source,
    sourceId: row.sourceId,
    trust: row.trust,
    value: JSON.parse(row.claimed),
    firstAt: row.firstAtMs,
    lastAt: row.lastAtMs,
    count: row.times,
    lastMessage: row.lastMessage,
  };
}
