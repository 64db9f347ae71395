import type { Identifier } from '@throughline/core/resolve/identifier';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import { countsOf } from '@throughline/core/resolve/regrouping-counts';
import type { Regrouping } from '@throughline/core/resolve/regroupings';
import type { ResolvedPerson } from '@throughline/core/resolve/resolve-component';
import type { ClientBase } from 'pg';
import { type PersonInSample, personsInSample } from './what-if.sql.js';

export interface WhatIfSample {
  readonly kind: 'joined' | 'split';
  /** Who they are now; `more` are left out of the list. */
  readonly before: { readonly persons: readonly (SampledPart & SampledPerson)[]; readonly more: number };
  /** Who they would be; `names` are those of the people their identifiers come from. */
  readonly after: {
    readonly persons: readonly (SampledPart & { readonly names: readonly string[] })[];
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

/** With the names and ids of the people as they are now. */
export async function describeSamples(
  client: ClientBase,
  workspace: number,
  samples: WhatIfSamples['all'],
  rules: JoinRules,
): Promise<readonly WhatIfSample[]> {
  const anchors = samples.flatMap(({ regrouping }) => regrouping.before.map(anchorOf));
  const known = new Map((await personsInSample(client, workspace, anchors)).map((row) => [row.person, row]));
  return samples.map(({ kind, regrouping }) => describe(kind, regrouping, known, rules));
}

function describe(
  kind: WhatIfSample['kind'],
  { before, after }: Regrouping,
  known: ReadonlyMap<number, PersonInSample>,
  rules: JoinRules,
): WhatIfSample {
  const personOf = new Map(
    before.flatMap((person) => person.nodes.map(({ node }) => [node, known.get(anchorOf(person))] as const)),
  );
  const now = before.flatMap((person) => known.get(anchorOf(person)) ?? []);
  return {
    kind,
    before: {
      persons: before.slice(0, mostPersons).flatMap((person) => {
        const row = now.find(({ person: number }) => number === anchorOf(person));
        return row === undefined ? [] : [{ id: row.id, name: row.name, ...partOf(person, rules) }];
      }),
      more: Math.max(0, before.length - mostPersons),
    },
    after: {
      persons: after.slice(0, mostPersons).map((person) => ({
        names: [...new Set(person.nodes.flatMap(({ node }) => personOf.get(node)?.name ?? []))].slice(0, mostPersons),
        ...partOf(person, rules),
      })),
      more: Math.max(0, after.length - mostPersons),
    },
  };
}

function partOf({ nodes }: ResolvedPerson, rules: JoinRules): SampledPart {
  const strongest = [...nodes].sort(rules.compareStrength).slice(0, mostIdentifiers);
  return {
    identifiers: strongest.map(({ namespace, value }) => ({ namespace, value })),
    moreIdentifiers: nodes.length - strongest.length,
  };
}

const anchorOf = ({ nodes }: ResolvedPerson): number => nodes[0]?.node ?? 0;
