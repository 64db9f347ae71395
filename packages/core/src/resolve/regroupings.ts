import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import type { ResolvedPerson } from './resolve-component.js';
import { type ResolvedPersons, resolvePersons } from './resolve-persons.js';

/** Persons whom a change of the rules touches, with all whom they would become; neither shares an identifier with anybody else. */
export interface Regrouping {
  readonly before: readonly ResolvedPerson[];
  readonly after: readonly ResolvedPerson[];
}

export interface Regroupings {
  readonly regroupings: readonly Regrouping[];
  /** Identifiers that would be seen as shared by too many people, and those that no longer would. */
  readonly newHubs: readonly NodeRef[];
  readonly formerHubs: readonly NodeRef[];
}

/**
 * Who would be somebody else under other rules, computed as the real thing is. `given` must be complete under both: all that hangs together
 * through identifiers that either leaves open.
 */
export function regroupings(
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  before: JoinRules,
  after: JoinRules,
): Regroupings {
  const [was, is] = [resolvePersons(given, before), resolvePersons(given, after)];
  const [wasHub, isHub] = [hubsOf(was), hubsOf(is)];
  return {
    regroupings: changed(was.persons, is.persons),
    newHubs: [...isHub.values()].filter(({ node }) => !wasHub.has(node)),
    formerHubs: [...wasHub.values()].filter(({ node }) => !isHub.has(node)),
  };
}

function hubsOf({ cut }: ResolvedPersons): ReadonlyMap<number, NodeRef> {
  return new Map(cut.filter(({ reason }) => reason === 'hub').map(({ node }) => [node.node, node]));
}

function changed(before: readonly ResolvedPerson[], after: readonly ResolvedPerson[]): readonly Regrouping[] {
  const beforeOf = personOfNode(before);
  const afterOf = personOfNode(after);
  const seen = new Set<ResolvedPerson>();
  const found: Regrouping[] = [];
  for (const first of before) {
    if (seen.has(first)) continue;
    const reached = { before: new Set([first]), after: new Set<ResolvedPerson>() };
    for (let grown = [first]; grown.length > 0; ) {
      const targets = neighbours(grown, afterOf).filter((person) => !reached.after.has(person));
      for (const person of targets) reached.after.add(person);
      grown = neighbours(targets, beforeOf).filter((person) => !reached.before.has(person));
      for (const person of grown) reached.before.add(person);
    }
    for (const person of reached.before) seen.add(person);
    if (reached.before.size + reached.after.size > 2) {
      found.push({ before: [...reached.before], after: [...reached.after] });
    }
  }
  return found;
}

function personOfNode(persons: readonly ResolvedPerson[]): ReadonlyMap<number, ResolvedPerson> {
  return new Map(persons.flatMap((person) => person.nodes.map(({ node }) => [node, person] as const)));
}

/** Everybody, each once, in whom identifiers of these persons stand. */
function neighbours(
  persons: readonly ResolvedPerson[],
  personOf: ReadonlyMap<number, ResolvedPerson>,
): ResolvedPerson[] {
  return [...new Set(persons.flatMap(({ nodes }) => nodes.flatMap(({ node }) => personOf.get(node) ?? [])))];
}
