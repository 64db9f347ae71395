import type { Identifier } from '@throughline/core/resolve/identifier';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { ClientBase } from 'pg';
import type { CodeBook } from './code-book.js';
import { findNodes } from './identity.sql.js';
import type { ResolveHead } from './resolve-head.sql.js';

/** A node as the batch works on it; `component`, `person` and `isHub` are what the store holds until the batch changes them. */
export interface BatchNode extends NodeRef {
  component: number;
  person: number;
  /** Made by this batch: nothing of it is stored yet. */
  readonly isNew: boolean;
  isHub: boolean;
}

/** All nodes a batch touches, by identifier and by number. */
export class BatchNodes {
  readonly byNumber = new Map<number, BatchNode>();
  readonly #byIdentifier = new Map<string, BatchNode>();

  get(identifier: Identifier): BatchNode {
    const node = this.#byIdentifier.get(identifierKey(identifier));
    if (node === undefined) throw new Error('an identifier of this batch was not looked up');
    return node;
  }

  has(node: number): boolean {
    return this.byNumber.has(node);
  }

  add(node: BatchNode): BatchNode {
    const known = this.byNumber.get(node.node);
    if (known !== undefined) return known;
    this.byNumber.set(node.node, node);
    this.#byIdentifier.set(identifierKey(node), node);
    return node;
  }

  /** Looks identifiers up and gives numbers to those that are new, in the order given. */
  async lookUp(
    client: ClientBase,
    workspace: number,
    identifiers: readonly Identifier[],
    book: CodeBook,
    head: ResolveHead,
  ): Promise<void> {
    const wanted = new Map<string, Identifier>();
    for (const identifier of identifiers) {
      const key = identifierKey(identifier);
      if (!this.#byIdentifier.has(key)) wanted.set(key, identifier);
    }
    if (wanted.size === 0) return;
    const list = [...wanted.values()].map(({ namespace, value }) => ({ code: book.namespaceCode(namespace), value }));
    list.sort((a, b) => a.code - b.code || (a.value < b.value ? -1 : 1));
    const found = await findNodes(
      client,
      workspace,
      list.map((row) => row.code),
      list.map((row) => row.value),
    );
    for (const row of found) this.add({ ...row, namespace: book.namespaceName(row.namespace), isNew: false });
    for (const [key, { namespace, value }] of wanted) {
      if (this.#byIdentifier.has(key)) continue;
      const node = head.nextNode;
      head.nextNode += 1;
      this.add({ node, namespace, value, component: node, person: node, isNew: true, isHub: false });
    }
  }
}

export function identifierKey({ namespace, value }: Identifier): string {
  return `${namespace}\n${value}`;
}
