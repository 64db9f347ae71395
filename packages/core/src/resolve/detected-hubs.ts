import { accountOf } from './account-of.js';
import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { mostWithin } from './most-within.js';
import type { NodeRef } from './node-ref.js';

/** Identifiers of one durable namespace that one source named together with a node. */
interface SeenWith {
  readonly namespace: string;
  /** By account: when the first time each. */
  readonly firsts: Map<number, number>;
}

/**
 * The nodes of one uncut component that are seen with too many people to be one person's own: an info@ mailbox, a kiosk, a till's default card
 * (`hubFromPeople`), an address under which a system has two customers (`hubFromNumbers`).
 *
 * - People are told apart by durable identifiers of one namespace that one source gave: two of them are two people, accounts declared to be
 *   one are one. Of several namespaces and sources the one with most counts, since each has its own number for everybody.
 * - As people change telephones and addresses, these tell of many people only; numbers of which one person has one tell of two.
 * - When a node was seen with somebody is the earliest time of any record that says so; only the set of records counts, never arrival.
 * - Weak records tell of nodes that are not durable alone: else anybody with a public key could have a customer's address left out.
 * - All nodes are judged at once, hubs among their neighbours too.
 */
export function detectedHubs(
  component: { readonly nodes: readonly NodeRef[]; readonly records: readonly MatchRecord[] },
  rules: JoinRules,
): readonly NodeRef[] {
  const suspects = suspectsAmong(component.nodes, rules);
  if (suspects.size === 0) return [];
  const indexOf = new Map(component.nodes.map(({ node }, at) => [node, at]));
  const account = accountOf(indexOf, component.records);
  const seen = new Map<number, Map<string, SeenWith>>();
  for (const record of component.records) {
    if (record.kind !== 'message' && record.kind !== 'alias') continue;
    for (const { node } of record.nodes) {
      const suspect = suspects.get(node);
      if (suspect === undefined || (record.strength === 'weak' && rules.isDurable(suspect))) continue;
      const known = seen.get(node) ?? new Map<string, SeenWith>();
      seen.set(node, known);
      note(known, suspect, record, (other) => account(indexOf.get(other.node) ?? -1), indexOf, rules);
    }
  }
  return [...suspects.values()].filter((node) => isHub(node, seen.get(node.node), rules));
}

/** Nodes that could be seen with enough people: most components have too few durable nodes for any. */
function suspectsAmong(nodes: readonly NodeRef[], rules: JoinRules): ReadonlyMap<number, NodeRef> {
  if (nodes.length <= rules.fewestForHub) return new Map();
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (rules.isDurable(node)) counts.set(node.namespace, (counts.get(node.namespace) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return new Map(
    nodes
      .filter((node) => {
        const { hubFromPeople, hubFromNumbers } = rules.ruleOf(node.namespace);
        const fewest = Math.min(hubFromPeople ?? most + 1, hubFromNumbers ?? most + 1);
        return fewest <= most && !rules.isOnePersons(node);
      })
      .map((node) => [node.node, node]),
  );
}

function note(
  known: Map<string, SeenWith>,
  suspect: NodeRef,
  { nodes, source, firstOccurredAt }: MatchRecord,
  accountOfNode: (node: NodeRef) => number,
  indexOf: ReadonlyMap<number, number>,
  rules: JoinRules,
): void {
  for (const other of nodes) {
    if (other.namespace === suspect.namespace || !indexOf.has(other.node) || !rules.isDurable(other)) continue;
    const kind = `${source}\n${other.namespace}`;
    const { firsts } = known.get(kind) ?? { firsts: new Map<number, number>() };
    known.set(kind, { namespace: other.namespace, firsts });
    const account = accountOfNode(other);
    firsts.set(account, Math.min(firstOccurredAt, firsts.get(account) ?? firstOccurredAt));
  }
}

function isHub(node: NodeRef, seen: ReadonlyMap<string, SeenWith> | undefined, rules: JoinRules): boolean {
  if (seen === undefined) return false;
  const { hubFromPeople, hubWithinDays, hubFromNumbers } = rules.ruleOf(node.namespace);
  return [...seen.values()].some(
    ({ namespace, firsts }) =>
      (hubFromNumbers !== null && firsts.size >= hubFromNumbers && rules.hasOneEach(namespace)) ||
      (hubFromPeople !== null &&
        firsts.size >= hubFromPeople &&
        mostWithin([...firsts.values()], hubWithinDays) >= hubFromPeople),
  );
}
