import { nameOf } from './identity-worlds.generated-cases.js';
import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';

/** Edges of a record as the words of the design have them, computed without any of the code under test but the rules. */
export function edgesOf(
  record: MatchRecord,
  present: ReadonlySet<number>,
  rules: JoinRules,
): readonly [NodeRef, NodeRef][] {
  if (record.kind === 'different') return [];
  const inside = record.nodes.filter(({ node }) => present.has(node)).sort(rules.compareStrength);
  const [centre] = inside;
  return centre === undefined ? [] : inside.slice(1).map((other) => [centre, other]);
}

/** Whether nodes may be one person by limits and decisions: counted from nothing each time. */
export function keepsLimitsAndDecisions(
  person: readonly NodeRef[],
  records: readonly MatchRecord[],
  rules: JoinRules,
): boolean {
  const inside = new Set(person.map(({ node }) => node));
  const isApart = records.some(
    (record) => record.kind === 'different' && record.nodes.filter(({ node }) => inside.has(node)).length > 1,
  );
  if (isApart) return false;
  return [...new Set(person.map(({ namespace }) => namespace))].every((namespace) => {
    const members = person.filter((node) => node.namespace === namespace);
    const { limitPerPerson, limitPerPersonAndSource } = rules.ruleOf(namespace);
    if (limitPerPerson !== null && accounts(members, records) > limitPerPerson) return false;
    if (limitPerPersonAndSource === null) return true;
    return [...new Set(records.map(({ source }) => source))].every((source) => {
      const known = members.filter(({ node }) =>
        records.some(
          (record) =>
            record.source === source &&
            (record.kind === 'message' || record.kind === 'alias') &&
            record.nodes.some((named) => named.node === node),
        ),
      );
      return accounts(known, records) <= limitPerPersonAndSource;
    });
  });
}

/** Kruskal by the book: all edges sorted, whole clusters rebuilt and judged at each step. */
export function slowPersons(
  component: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  rules: JoinRules,
  order: 'canonical' | 'as it came' = 'canonical',
): { readonly persons: readonly { readonly nodes: readonly NodeRef[] }[]; readonly refused: readonly string[] } {
  const present = new Set(component.nodes.map(({ node }) => node));
  const strengths = ['decision', 'strong', 'weak'];
  const records = [...component.records];
  if (order === 'canonical') {
    records.sort(
      (a, b) =>
        strengths.indexOf(a.strength) - strengths.indexOf(b.strength) ||
        a.firstOccurredAt - b.firstOccurredAt ||
        (a.key < b.key ? -1 : 1),
    );
  }
  let clusters: readonly (readonly NodeRef[])[] = component.nodes.map((node) => [node]);
  const refused: string[] = [];
  for (const record of records) {
    for (const [a, b] of edgesOf(record, present, rules)) {
      const ofA = clusters.find((cluster) => cluster.some(({ node }) => node === a.node)) ?? [];
      const ofB = clusters.find((cluster) => cluster.some(({ node }) => node === b.node)) ?? [];
      if (ofA === ofB) continue;
      const isWeakly =
        record.strength === 'weak' &&
        ofA.some((node) => rules.isDurable(node)) &&
        ofB.some((node) => rules.isDurable(node));
      const union = [...ofA, ...ofB];
      if (isWeakly || !keepsLimitsAndDecisions(union, component.records, rules)) {
        refused.push(`${record.key} ${nameOf(a)} ${nameOf(b)}`);
      } else {
        clusters = [...clusters.filter((cluster) => cluster !== ofA && cluster !== ofB), union];
      }
    }
  }
  return { persons: clusters.map((nodes) => ({ nodes })), refused };
}

/** How many accounts these nodes of one namespace are, when declared aliases and "same" decisions count as one (also over nodes outside). */
function accounts(members: readonly NodeRef[], records: readonly MatchRecord[]): number {
  const declared = records.filter(
    (record) => record.strength !== 'weak' && (record.kind === 'alias' || record.kind === 'same'),
  );
  const group = (start: NodeRef): string => {
    const reached = new Set([start.node]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const record of declared) {
        const alike = record.nodes.filter(({ namespace }) => namespace === start.namespace);
        if (!alike.some(({ node }) => reached.has(node))) continue;
        for (const { node } of alike) {
          grown ||= !reached.has(node);
          reached.add(node);
        }
      }
    }
    return [...reached].sort((a, b) => a - b).join();
  };
  return new Set(members.map(group)).size;
}
