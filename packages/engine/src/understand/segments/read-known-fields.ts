import { knownChannels } from '@throughline/core/collect/channel';
import type { KnownFields } from '@throughline/core/understand/segments/check-condition';
import { clausesOf } from '@throughline/core/understand/segments/clauses-of';
import type { Condition } from '@throughline/core/understand/segments/condition';
import type { ClientBase } from 'pg';
import { readCodeWords } from '../../resolve/batch/code-book.sql.js';
import type { CodeKind } from '../../resolve/batch/code-kind.js';
import { readTraitNames } from './known-fields.sql.js';

/** What a condition may ask for in a workspace. There are no stored segments to refer to yet. */
export async function readKnownFields(
  client: ClientBase,
  workspace: number,
  condition: Condition,
  sources: readonly { readonly id: string }[],
): Promise<KnownFields> {
  const words = await readCodeWords(client, workspace);
  const of = (wanted: CodeKind): readonly string[] =>
    words.filter(({ kind }) => kind === wanted).map(({ word }) => word);
  const traits = clausesOf(condition.where).flatMap(({ clause }) => (clause.type === 'trait' ? [clause.trait] : []));
  return {
    traits: await readTraitNames(client, workspace, [...new Set(traits)]),
    names: [...of('name'), 'other'],
    channels: [...of('channel'), ...knownChannels],
    ...{ touchpoints: of('touchpoint'), locations: of('location'), reasons: of('reason') },
    sources: sources.map(({ id }) => id),
    segments: new Map(),
  };
}
