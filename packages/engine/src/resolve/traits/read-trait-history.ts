import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import { goldenTrait } from '@throughline/core/resolve/golden-trait';
import { traitRule } from '@throughline/core/resolve/golden-traits';
import { traitHistory } from '@throughline/core/resolve/traits/trait-history';
import { whyUsedInWords } from '@throughline/core/resolve/traits/why-used-in-words';
import type { Wording } from '@throughline/core/resolve/wording';
import type { ClientBase } from 'pg';
import { asClaim } from '../batch/as-claim.js';
import { asSettled } from '../batch/as-settled.js';
import { claimsOfPersons } from '../batch/claims.sql.js';
import { settledOfPersons } from '../batch/settled-traits.sql.js';
import type { IdentityFrame } from '../customers/identity-frame.js';

export interface TraitHistory {
  readonly trait: string;
  readonly used: { readonly value: unknown; readonly rule: string; readonly why: string };
  /** What was said last comes first. */
  readonly said: readonly {
    readonly value: unknown;
    readonly source: string;
    readonly firstAt: string;
    readonly lastAt: string;
    readonly times: number;
    readonly replacedAt: string | null;
    readonly used: boolean;
  }[];
  /** What people decided, the newest first; that one holds. */
  readonly settled: readonly {
    readonly decision: string;
    readonly value: unknown;
    readonly note: string;
    readonly by: string;
    readonly at: string;
  }[];
}

/** Everything that was ever said or decided about a trait of one person, and why the value we use is that. Error: `request.not-found`. */
export async function readTraitHistory(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  person: number,
  trait: string,
  wording: Wording,
): Promise<TraitHistory> {
  const claims = (await claimsOfPersons(client, workspace, [person])).map(asClaim).filter((one) => one.trait === trait);
  const stored = (await settledOfPersons(client, workspace, [person])).filter((one) => one.trait === trait);
  const rule = traitRule(trait, frame.rules.ruleSet.goldenTraits);
  const used = goldenTrait(trait, claims, rule, stored.map(asSettled));
  if (used === undefined) {
    throw new ThroughlineError('request.not-found', 'nothing is known about this trait of this person');
  }
  const text = canonicalJson(used.value);
  return {
    trait,
    used: { value: used.value, rule: used.rule, why: whyUsedInWords(used, wording) },
    said: traitHistory(claims).map(({ value, source, firstAt, lastAt, times, replacedAt }) => ({
      value,
      source: frame.sourceName(source),
      firstAt: new Date(firstAt).toISOString(),
      lastAt: new Date(lastAt).toISOString(),
      times,
      replacedAt: replacedAt === null ? null : new Date(replacedAt).toISOString(),
      used: canonicalJson(value) === text,
    })),
    settled: stored
      .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1))
      .map(({ id, value, note, decidedBy, atMs }) => ({
        decision: id,
        value: JSON.parse(value),
        note,
        by: decidedBy,
        at: new Date(atMs).toISOString(),
      })),
  };
}
