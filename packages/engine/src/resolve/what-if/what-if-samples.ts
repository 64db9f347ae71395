import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import { personName } from '@throughline/core/resolve/person-name';
import { countsOf } from '@throughline/core/resolve/regrouping-counts';
import type { Regrouping } from '@throughline/core/resolve/regroupings';
import type { ResolvedPerson } from '@throughline/core/resolve/resolve-component';
import type { TraitClaim } from '@throughline/core/resolve/trait-claim';
import type { ClientBase } from 'pg';
import { asClaim } from '../batch/as-claim.js';
import { claimsOfPersons } from '../batch/claims.sql.js';
import { personsInSample } from './what-if.sql.js';

export interface WhatIfSample {
  readonly kind: 'joined' | 'split';
  /** Who they are now; `more` are left out of the list. */
  readonly before: { readonly persons: readonly (SampledPart & SampledPerson)[]; readonly more: number };
  /** Who they would be, by what was said under their identifiers so far. */
  readonly after: {
    readonly persons: readonly (SampledPart & { readonly name: string | null })[];
    readonly more: number;
  };
}

interface SampledPart {
  /** Strongest first, at most so many as are shown. */
  readonly identifiers: readonly Identifier[];
  readonly moreIdentifiers: number;
}

interface SampledPerson {
  readonly id: string;
  readonly name: string | null;
}

const mostOfEach = 10;
const mostPersons = 6;
const mostIdentifiers = 6;

/** The first changes of each kind. */
export class WhatIfSamples {
  readonly #joined: Regrouping[] = [];
  readonly #split: Regrouping[] = [];

  add(regroupings: readonly Regrouping[]): void {
    for (const regrouping of regroupings) {
      const list = countsOf(regrouping).joined.people > 0 ? this.#joined : this.#split;
      if (list.length < mostOfEach) list.push(regrouping);
    }
  }

  get all(): readonly { readonly kind: WhatIfSample['kind']; readonly regrouping: Regrouping }[] {
    return [
      ...this.#joined.map((regrouping) => ({ kind: 'joined' as const, regrouping })),
      ...this.#split.map((regrouping) => ({ kind: 'split' as const, regrouping })),
    ];
  }
}

/** With the ids of the people as they are now, and the names of both sides. */
export async function describeSamples(
  client: ClientBase,
  workspace: number,
  samples: WhatIfSamples['all'],
  rules: { readonly before: JoinRules; readonly after: JoinRules },
): Promise<readonly WhatIfSample[]> {
  const anchors = samples.flatMap(({ regrouping }) => regrouping.before.map(anchorOf));
  const known = new Map((await personsInSample(client, workspace, anchors)).map((row) => [row.person, row]));
  const claims = (await claimsOfPersons(client, workspace, anchors)).map(asClaim);
  return samples.map(({ kind, regrouping: { before, after } }): WhatIfSample => {
    const now = before.slice(0, mostPersons).flatMap((person) => {
      const row = known.get(anchorOf(person));
      return row === undefined ? [] : [{ id: row.id, name: row.name, ...partOf(person, rules.before) }];
    });
    const then = after
      .slice(0, mostPersons)
      .map((person) => ({ name: nameOf(person, claims, rules.after), ...partOf(person, rules.after) }));
    return {
      kind,
      before: { persons: now, more: before.length - now.length },
      after: { persons: then, more: after.length - then.length },
    };
  });
}

function nameOf({ nodes }: ResolvedPerson, claims: readonly TraitClaim[], rules: JoinRules): string | null {
  const own = new Set(nodes.map(({ node }) => node));
  const said = claims.filter(({ node }) => own.has(node));
  return personName(goldenTraits(said, rules.ruleSet.goldenTraits)) ?? null;
}

function partOf({ nodes }: ResolvedPerson, rules: JoinRules): SampledPart {
  const strongest = [...nodes].sort(rules.compareStrength).slice(0, mostIdentifiers);
  return {
    identifiers: strongest.map(({ namespace, value }) => ({ namespace, value })),
    moreIdentifiers: nodes.length - strongest.length,
  };
}

const anchorOf = ({ nodes }: ResolvedPerson): number => nodes[0]?.node ?? 0;
