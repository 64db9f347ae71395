import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import type { TraitClaim } from '@throughline/core/resolve/trait-claim';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from './identity-frame.js';
import { type PersonSummary, summariesOf } from './list-customers.js';
import { type GroupClaimRow, groupClaims, groupMembers } from './person.sql.js';

export interface Group {
  readonly kind: string;
  readonly value: string;
  readonly traits: Record<string, unknown>;
  /** Who else belongs to it, at most twenty. */
  readonly members: readonly Pick<PersonSummary, 'id' | 'name' | 'recognised' | 'identifiers'>[];
  /** How many others belong to it; from 1,000 on they are not counted further. */
  readonly others: number;
}

const most = { listed: 20, counted: 1_000 } as const;

/** Households and accounts that a person belongs to, with the values we use of what is said of them and who else belongs there. */
export async function readGroups(
  client: ClientBase,
  workspace: number,
  person: number,
  frame: IdentityFrame,
): Promise<readonly Group[]> {
  const units = new Map<number, { readonly kind: string; readonly value: string; readonly claims: TraitClaim[] }>();
  for (const row of await groupClaims(client, workspace, person)) {
    const { unit, kind, value } = row;
    const known = units.get(unit) ?? { kind, value, claims: [] };
    units.set(unit, known);
    if (row.trait !== null) known.claims.push(asClaim(row, row.trait));
  }
  if (units.size === 0) return [];
  const others = new Map(
    (await groupMembers(client, workspace, person, [...units.keys()], most)).map((row) => [row.unit, row]),
  );
  const rules = frame.rules.ruleSet.goldenTraits;
  const groups: Group[] = [];
  for (const [unit, { kind, value, claims }] of units) {
    const summaries = await summariesOf(client, workspace, frame, others.get(unit)?.persons ?? []);
    groups.push({
      kind,
      value,
      traits: Object.fromEntries(goldenTraits(claims, rules).map((golden) => [golden.trait, golden.value])),
      members: summaries.map(({ id, name, recognised, identifiers }) => ({ id, name, recognised, identifiers })),
      others: others.get(unit)?.others ?? 0,
    });
  }
  return groups;
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
