import type { ClientBase } from 'pg';
import type { CodeKind } from '../batch/code-kind.js';
import { readNewWords } from './projected-words.sql.js';

const kinds: readonly CodeKind[] = ['name', 'channel', 'touchpoint', 'location', 'reason', 'currency'];

/** The codes of a workspace's words, as the resolver gave them; only grows. */
export class ProjectedWords {
  readonly #codes = new Map<CodeKind, Map<string, number>>(kinds.map((kind) => [kind, new Map()]));
  readonly #last = new Map<CodeKind, number>(kinds.map((kind) => [kind, 0]));

  /** Learns what was coded since. A word is coded in the commit of the manifest that needs it, so call this after reading manifests. */
  async refresh(client: ClientBase, workspace: number): Promise<void> {
    const after = kinds.map((kind) => this.#last.get(kind) ?? 0);
    for (const { kind, code, word } of await readNewWords(client, workspace, kinds, after)) {
      this.#codes.get(kind)?.set(word, code);
      if (code > (this.#last.get(kind) ?? 0)) this.#last.set(kind, code);
    }
  }

  /** 0 for no word, and for one beyond what a kind has codes for. */
  readonly codeOf = (kind: CodeKind, word: string | undefined): number =>
    word === undefined || word === '' ? 0 : (this.#codes.get(kind)?.get(word) ?? 0);
}
