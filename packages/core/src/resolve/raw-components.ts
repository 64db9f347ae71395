import { detectedHubs } from './detected-hubs.js';
import { DisjointSet } from './disjoint-set.js';
import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { matchStar } from './match-star.js';
import { mostConnected } from './most-connected.js';
import type { NodeRef } from './node-ref.js';
import type { RefusedJoin } from './refused-join.js';
import { suspendedJoins } from './suspended-joins.js';

export interface RawComponent<R extends MatchRecord = MatchRecord> {
  readonly nodes: readonly NodeRef[];
  /** May still name nodes that were cut, or (kind `different`) nodes of other components; `nodes` says which count. */
  readonly records: readonly R[];
}

export interface CutNode {
  readonly node: NodeRef;
  readonly reason: 'blocked' | 'hub';
}

export interface RawComponents<R extends MatchRecord = MatchRecord> {
  readonly components: readonly RawComponent<R>[];
  /** Nodes that no longer join anything; each is alone. */
  readonly cut: readonly CutNode[];
  /** What records ask for through hubs. */
  readonly suspended: readonly RefusedJoin<R>[];
}

/**
 * What all records join, accepted or refused, after cutting blocked nodes and hubs. `nodes` are all that shall be resolved, each once; what else
 * records name is passed over.
 *
 * Nodes that are seen with too many people are hubs (`detectedHubs`). More than `maxEdges` different edges in what is left make its node with
 * the most neighbours a hub, again until it is small enough. Hubs are a function of the *uncut* component, so whoever resolves a part must bring all that hangs together with it when nothing but blocked nodes is cut.
 */
export function rawComponents<R extends MatchRecord>(
  given: { readonly nodes: readonly NodeRef[]; readonly records: readonly R[] },
  rules: JoinRules,
): RawComponents<R> {
  const cut: CutNode[] = [];
  const open: NodeRef[] = [];
  for (const node of given.nodes) {
    if (rules.isBlocked(node)) cut.push({ node, reason: 'blocked' });
    else open.push(node);
  }
  const components: RawComponent<R>[] = [];
  const suspended: RefusedJoin<R>[] = [];
  for (const whole of connected(open, given.records)) {
    const parts = withoutHubs(whole, rules);
    components.push(...parts.components);
    cut.push(...parts.hubs.map((node): CutNode => ({ node, reason: 'hub' })));
    if (parts.hubs.length > 0) suspended.push(...suspendedJoins(whole, parts.hubs, rules));
  }
  return { components, cut, suspended };
}

function withoutHubs<R extends MatchRecord>(
  whole: RawComponent<R>,
  rules: JoinRules,
): { readonly components: readonly RawComponent<R>[]; readonly hubs: readonly NodeRef[] } {
  const hubs = [...detectedHubs(whole, rules)];
  const components: RawComponent<R>[] = [];
  const waiting = hubs.length === 0 ? [whole] : connectedWithout(whole, hubs);
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    const hub = hubOf(component, rules);
    if (hub === undefined) components.push(component);
    else {
      hubs.push(hub);
      waiting.push(...connectedWithout(component, [hub]));
    }
  }
  return { components, hubs };
}

function connectedWithout<R extends MatchRecord>(
  { nodes, records }: RawComponent<R>,
  hubs: readonly NodeRef[],
): RawComponent<R>[] {
  const left = new Set(hubs.map(({ node }) => node));
  return connected(
    nodes.filter(({ node }) => !left.has(node)),
    records,
  );
}

function connected<R extends MatchRecord>(nodes: readonly NodeRef[], records: readonly R[]): RawComponent<R>[] {
  const indexOf = new Map(nodes.map((node, at) => [node.node, at]));
  const sets = new DisjointSet(nodes.length);
  for (const record of records) {
    if (record.kind === 'different') continue;
    let first = -1;
    for (const { node } of record.nodes) {
      const at = indexOf.get(node);
      if (at === undefined) continue;
      const root = sets.find(at);
      first = first < 0 ? root : first === root ? root : sets.uniteRoots(first, root);
    }
  }
  const groups = new Map<number, { readonly nodes: NodeRef[]; readonly records: R[] }>();
  nodes.forEach((node, at) => {
    const root = sets.find(at);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, { nodes: [node], records: [] });
    else group.nodes.push(node);
  });
  for (const record of records) {
    const roots: number[] = [];
    for (const { node } of record.nodes) {
      const at = indexOf.get(node);
      const root = at === undefined ? -1 : sets.find(at);
      if (root >= 0 && !roots.includes(root)) roots.push(root);
      if (roots.length === 1 && record.kind !== 'different') break;
    }
    for (const root of roots) groups.get(root)?.records.push(record);
  }
  return [...groups.values()];
}

function hubOf(component: RawComponent, rules: JoinRules): NodeRef | undefined {
  const { maxEdges } = rules.ruleSet;
  let atMost = 0;
  for (const record of component.records) atMost += record.nodes.length - 1;
  if (atMost <= maxEdges) return undefined;
  const present = new Set(component.nodes.map(({ node }) => node));
  const stars = component.records
    .filter((record) => record.kind !== 'different')
    .flatMap((record) => matchStar(record, (node) => present.has(node.node), rules) ?? []);
  const { edges, node } = mostConnected(stars);
  return edges > maxEdges ? node : undefined;
}
