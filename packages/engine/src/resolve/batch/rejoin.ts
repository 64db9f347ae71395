import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { MatchRecord } from '@throughline/core/resolve/match-record';
import { resolvePersons } from '@throughline/core/resolve/resolve-persons';
import type { ClientBase } from 'pg';
import type { BatchNode, BatchNodes } from './batch-nodes.js';
import type { CodeBook } from './code-book.js';
import { matchKindOf, matchStrengthOf } from './codes.js';
import {
  markHubs,
  matchesAtHomes,
  nodesByNumber,
  nodesOfComponents,
  type RefusedRow,
  replaceRefused,
  type StoredMatch,
} from './identity.sql.js';
import { type PersonChange, personChanges } from './person-changes.js';

/** What a recompute changed. Nodes already carry their new component and person. */
export interface Rejoined {
  readonly relabelled: readonly { readonly node: number; readonly component: number }[];
  /** Nodes that stood in another person before; `was` is that person. Nodes made by this batch are not among them. */
  readonly moved: readonly { readonly node: number; readonly person: number; readonly was: number }[];
  /** Every person that won or lost a node, old and new, or has one that is or was a hub. */
  readonly persons: ReadonlySet<number>;
  /** Of those, the ones of nodes that became hubs or no longer are: nobody is a customer by a hub. */
  readonly hubPersons: ReadonlySet<number>;
  /** What the moves mean: who was joined with whom, and who was taken apart. */
  readonly changes: readonly PersonChange[];
}

const nothing: Rejoined = { relabelled: [], moved: [], persons: new Set(), hubPersons: new Set(), changes: [] };

interface StoredRecord extends MatchRecord {
  readonly match: number;
}

/**
 * Recomputes who is who around the given nodes: loads everything that hangs together with them (by matches, accepted or refused), applies the
 * one function of core to it, and moves only what came out differently. Whoever changes a match, a rule or a decision calls this and nothing else.
 *
 * New matches must be stored before. Components are labelled by their lowest node.
 */
export async function rejoin(
  client: ClientBase,
  workspace: number,
  touched: readonly BatchNode[],
  nodes: BatchNodes,
  rules: JoinRules,
  book: CodeBook,
): Promise<Rejoined> {
  const loaded = await loadAround(client, workspace, touched, nodes, book);
  if (loaded.nodes.length === 0) return nothing;
  const before = new Map(loaded.nodes.map((node) => [node.node, { component: node.component, person: node.person }]));

  const resolved = resolvePersons({ nodes: loaded.nodes, records: loaded.records }, rules);
  label(loaded.nodes, loaded.records, rules);
  for (const person of resolved.persons) {
    const anchor = person.nodes[0]?.node ?? 0;
    for (const { node } of person.nodes) {
      const member = nodes.byNumber.get(node);
      if (member !== undefined) member.person = anchor;
    }
  }
  const labels = new Set(
    [...before.values()].map(({ component }) => component).concat(loaded.nodes.map(({ component }) => component)),
  );
  const hubs = new Set(resolved.cut.filter(({ reason }) => reason === 'hub').map(({ node }) => node.node));
  await replaceRefused(
    client,
    workspace,
    [...labels],
    resolved.refused.map((refused): RefusedRow => {
      const reason =
        refused.reason.type === 'different'
          ? { type: 'different', decision: (refused.reason.decision as StoredRecord).match }
          : refused.reason;
      return {
        component: nodes.byNumber.get(refused.a.node)?.component ?? refused.a.node,
        match: refused.record.match,
        a: refused.a.node,
        b: refused.b.node,
        reason: JSON.stringify(reason),
      };
    }),
  );
  const turned = loaded.nodes.filter((node) => node.isHub !== hubs.has(node.node));
  for (const node of turned) node.isHub = hubs.has(node.node);
  if (turned.some((node) => !node.isNew)) await markHubs(client, workspace, [...labels], [...hubs]);
  return differences(loaded.nodes, before, new Set(turned.map(({ person }) => person)));
}

function differences(
  nodes: readonly BatchNode[],
  before: ReadonlyMap<number, { component: number; person: number }>,
  hubPersons: ReadonlySet<number>,
): Rejoined {
  const relabelled: { node: number; component: number }[] = [];
  const moved: { node: number; person: number; was: number }[] = [];
  const persons = new Set(hubPersons);
  for (const node of nodes) {
    const old = before.get(node.node);
    if (node.isNew || old === undefined) {
      persons.add(node.person);
      continue;
    }
    if (old.component !== node.component) relabelled.push({ node: node.node, component: node.component });
    if (old.person !== node.person) {
      moved.push({ node: node.node, person: node.person, was: old.person });
      persons.add(old.person).add(node.person);
    }
  }
  const known = moved.length === 0 ? [] : nodes.filter((node) => !node.isNew);
  const was = new Set(known.map(({ node }) => before.get(node)?.person ?? node));
  const is = new Set(known.map(({ person }) => person));
  return { relabelled, moved, persons, hubPersons, changes: personChanges(moved, was, is) };
}

/** Follows stored components and this batch's matches until nothing new hangs together. */
async function loadAround(
  client: ClientBase,
  workspace: number,
  touched: readonly BatchNode[],
  nodes: BatchNodes,
  book: CodeBook,
) {
  const members = new Map<number, BatchNode>();
  const matches = new Map<number, StoredMatch>();
  let waiting = [...touched];
  while (waiting.length > 0) {
    const labels = new Set(waiting.filter((node) => !node.isNew).map((node) => node.component));
    const fetched = labels.size === 0 ? [] : await nodesOfComponents(client, workspace, [...labels]);
    const arrived = new Map<number, BatchNode>();
    for (const node of waiting) if (node.isNew) arrived.set(node.node, node);
    for (const row of fetched)
      arrived.set(row.node, nodes.add({ ...row, namespace: book.namespaceName(row.namespace), isNew: false }));
    for (const [number, node] of arrived) members.set(number, node);

    const found = await matchesAtHomes(client, workspace, [...arrived.keys()]);
    for (const row of found) matches.set(row.match, row);
    const joined = new Set(found.filter((row) => matchKindOf(row.kind) !== 'different').flatMap((row) => row.nodes));
    const strangers = [...joined].filter((node) => !nodes.has(node));
    for (const row of strangers.length === 0 ? [] : await nodesByNumber(client, workspace, strangers))
      nodes.add({ ...row, namespace: book.namespaceName(row.namespace), isNew: false });
    waiting = [...joined].flatMap((node) => (members.has(node) ? [] : (nodes.byNumber.get(node) ?? [])));
  }
  const records = [...matches.values()].map(
    (row): StoredRecord => ({
      match: row.match,
      key: row.key,
      source: row.source,
      kind: matchKindOf(row.kind),
      strength: matchStrengthOf(row.strength),
      firstOccurredAt: row.firstAtMs,
      nodes: row.nodes.flatMap((number) => nodes.byNumber.get(number) ?? []),
    }),
  );
  return { nodes: [...members.values()], records };
}

/** The label of a component is its lowest node; blocked nodes have their own. */
function label(nodes: readonly BatchNode[], records: readonly StoredRecord[], rules: JoinRules): void {
  const parent = new Map(nodes.map(({ node }) => [node, node]));
  const find = (node: number): number => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = node; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const record of records) {
    if (record.kind === 'different') continue;
    let first: number | undefined;
    for (const node of record.nodes) {
      if (!parent.has(node.node) || rules.isBlocked(node)) continue;
      const root = find(node.node);
      if (first === undefined) first = root;
      else if (root !== first) {
        const [low, high] = root < first ? [root, first] : [first, root];
        parent.set(high, low);
        first = low;
      }
    }
  }
  for (const node of nodes) node.component = find(node.node);
}
