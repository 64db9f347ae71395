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
    const { limitPerPerson, limitWithinDays, limitPerPersonAndSource } = rules.ruleOf(namespace);
    if (limitPerPerson !== null && newWithin(members, records, limitWithinDays) > limitPerPerson) return false;
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
  // What was cut joins nobody, and does not vouch for two others being one account either.
  const said = component.records.map((record) => ({
    ...record,
    nodes: record.nodes.filter(({ node }) => present.has(node)),
  }));
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
      if (isWeakly || !keepsLimitsAndDecisions(union, said, rules)) {
        refused.push(`${record.key} ${nameOf(a)} ${nameOf(b)}`);
      } else {
        clusters = [...clusters.filter((cluster) => cluster !== ofA && cluster !== ofB), union];
      }
    }
  }
  return { persons: clusters.map((nodes) => ({ nodes })), refused };
}

const dayMs = 86_400_000;

/** For each instant at which an account was first seen, those first seen in the days after it; the most there are. */
function newWithin(members: readonly NodeRef[], records: readonly MatchRecord[], days: number | null): number {
  if (days === null) return accounts(members, records);
  const firsts = members.map((member) =>
    Math.min(
      ...records
        .filter(({ kind, nodes }) => kind !== 'different' && nodes.some((node) => areOneAccount(node, member, records)))
        .map(({ firstOccurredAt }) => firstOccurredAt),
    ),
  );
  const from = (first: number) =>
    members.filter((_, at) => (firsts[at] ?? 0) >= first && (firsts[at] ?? 0) <= first + days * dayMs);
  return Math.max(...firsts.map((first) => accounts(from(first), records)));
}

function areOneAccount(a: NodeRef, b: NodeRef, records: readonly MatchRecord[]): boolean {
  return a.namespace === b.namespace && accounts([a, b], records) === 1;
}

/** Who is seen with too many people, counted for each node from nothing; blocked nodes are nobody. */
export function slowHubs(
  nodes: readonly NodeRef[],
  records: readonly MatchRecord[],
  rules: JoinRules,
): readonly string[] {
  const open = nodes.filter((node) => !rules.isBlocked(node));
  const declared = records.map((record) => ({
    ...record,
    nodes: record.nodes.filter((node) => !rules.isBlocked(node)),
  }));
  const isSeenWith = (record: MatchRecord, node: NodeRef, other: NodeRef): boolean =>
    (record.kind === 'message' || record.kind === 'alias') &&
    (record.strength === 'strong' || !rules.isDurable(node)) &&
    [node, other].every((one) => record.nodes.some((named) => named.node === one.node));
  return open
    .filter((node) => {
      const { hubFromPeople, hubWithinDays, hubFromNumbers, onePersonValues } = rules.ruleOf(node.namespace);
      if ((hubFromPeople ?? hubFromNumbers) === null || onePersonValues.includes(node.value)) return false;
      const others = open.filter((other) => other.namespace !== node.namespace && rules.isDurable(other));
      return [1, 2, 3].some((source) =>
        [...new Set(others.map(({ namespace }) => namespace))].some((namespace) => {
          const met = others.flatMap((other) => {
            const firsts = records
              .filter((record) => record.source === source)
              .filter((record) =>
                others.some((one) => areOneAccount(one, other, declared) && isSeenWith(record, node, one)),
              )
              .map(({ firstOccurredAt }) => firstOccurredAt);
            return other.namespace !== namespace || firsts.length === 0 ? [] : [{ other, first: Math.min(...firsts) }];
          });
          const isOver = (of: typeof met, most: number | null): boolean =>
            most !== null &&
            accounts(
              of.map(({ other }) => other),
              declared,
            ) >= most;
          const { limitPerPerson, limitPerPersonAndSource } = rules.ruleOf(namespace);
          const areNumbers = limitPerPerson === 1 || limitPerPersonAndSource === 1;
          if (areNumbers && isOver(met, hubFromNumbers)) return true;
          return met.some(({ first: from }) =>
            isOver(
              met.filter(
                ({ first }) => hubWithinDays === null || (first >= from && first <= from + hubWithinDays * dayMs),
              ),
              hubFromPeople,
            ),
          );
        }),
      );
    })
    .map(nameOf);
}

/** How many accounts these nodes of one namespace are, when declared aliases and "same" decisions count as one. */
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
