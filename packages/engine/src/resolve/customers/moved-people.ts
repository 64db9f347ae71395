import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import type { LoadedComponent } from './load-component.js';
import { interactionsOfNodes, personsOfNodes } from './person.sql.js';

/** What a decision changed, once it was applied. */
export interface MovedPeople {
  /** Ids of the persons in whom the identifiers stand that the decision names, each once. */
  readonly persons: readonly string[];
  readonly moved: { readonly identifiers: number; readonly interactions: number };
  readonly sentence: string;
}

/** Compares who stands where now with `before`. */
export async function movedPeople(
  client: ClientBase,
  workspace: number,
  before: LoadedComponent,
  named: readonly number[],
  words: Words,
): Promise<MovedPeople> {
  const after = await personsOfNodes(client, workspace, [...new Set([...before.personOf.keys(), ...named])]);
  const idOf = new Map(after.map(({ node, id }) => [node, id]));
  const moved = after.filter(({ node, person }) => before.personOf.get(node) !== person).map(({ node }) => node);
  const counts = moved.length === 0 ? new Map<number, number>() : await interactionsOfNodes(client, workspace, moved);
  const interactions = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    persons: [...new Set(named.flatMap((node) => idOf.get(node) ?? []))],
    moved: { identifiers: moved.length, interactions },
    sentence: words.say('resolve.moved', { identifiers: moved.length, interactions }),
  };
}
