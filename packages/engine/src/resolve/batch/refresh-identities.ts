import { findableWords } from '@throughline/core/resolve/find/findable-words';
import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import { isRecognised } from '@throughline/core/resolve/is-recognised';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { personName } from '@throughline/core/resolve/person-name';
import { contradictedTraits } from '@throughline/core/resolve/traits/contradicted-traits';
import type { ClientBase } from 'pg';
import { asClaim } from './as-claim.js';
import { asSettled } from './as-settled.js';
import { claimsOfPersons } from './claims.sql.js';
import type { CodeBook } from './code-book.js';
import { writeFindable } from './findable.sql.js';
import { groupByPerson } from './group-by-person.js';
import { identifiersOfPersons, writePersonIdentities } from './persons.sql.js';
import { settledOfPersons } from './settled-traits.sql.js';

/**
 * Works out again who these persons are to us: recognised or not, name, golden traits, and the words by which they are found. A function of their
 * nodes, claims, what was settled, and the rules.
 */
export async function refreshIdentities(
  client: ClientBase,
  workspace: number,
  persons: readonly number[],
  rules: JoinRules,
  book: CodeBook,
): Promise<void> {
  if (persons.length === 0) return;
  const nodes = groupByPerson(
    (await identifiersOfPersons(client, workspace, persons)).map((row) => ({
      person: row.person,
      item: { node: row.node, namespace: book.namespaceName(row.namespace), value: row.value, isHub: row.isHub },
    })),
  );
  const claims = groupByPerson(
    (await claimsOfPersons(client, workspace, persons)).map((row) => ({ person: row.person, item: asClaim(row) })),
  );
  const settled = groupByPerson(
    (await settledOfPersons(client, workspace, persons)).map((row) => ({ person: row.person, item: asSettled(row) })),
  );
  const told = [...nodes].map(([person, own]) => {
    const said = claims.get(person) ?? [];
    const golden = goldenTraits(said, rules.ruleSet.goldenTraits, settled.get(person));
    const hubs = new Set(own.filter((node) => node.isHub).map(({ node }) => node));
    const isCut = (node: NodeRef): boolean => hubs.has(node.node) || rules.isBlocked(node);
    return { person, golden, recognised: isRecognised({ nodes: own, claims: said, isCut }, rules) };
  });
  const changed = await writePersonIdentities(
    client,
    workspace,
    told.map(({ person, golden, recognised }) => ({
      person,
      recognised,
      name: personName(golden) ?? null,
      golden: JSON.stringify(golden),
      contradicted: contradictedTraits(golden),
    })),
  );
  await writeFindable(
    client,
    workspace,
    told.flatMap(({ person, golden }) => (changed.has(person) ? [{ person, words: findableWords(golden) }] : [])),
  );
}
