import type { ClientBase } from 'pg';
import { insertCodeWords, insertNamespaces, readCodeWords, readNamespaces } from './code-book.sql.js';
import type { CodeKind } from './code-kind.js';

/** Names beyond this share the code 0, which reads "other": the analytics engine keeps names as 16-bit codes. */
const mostCodes: Readonly<Record<CodeKind, number>> = {
  name: 10_000,
  channel: 62,
  touchpoint: 10_000,
  location: 60_000,
  reason: 10_000,
  currency: 250,
};

/**
 * Short codes of a workspace's words and namespaces. Code 0 means none, or "other" once a kind is full.
 *
 * Codes given in a batch are stored by `store` in the batch's transaction; when that is rolled back the book must be thrown away.
 */
export class CodeBook {
  readonly #workspace: number;
  readonly #words = new Map<CodeKind, Map<string, number>>();
  readonly #namespaces = new Map<string, number>();
  readonly #namespaceNames = new Map<number, string>();
  #newWords: { kind: CodeKind; code: number; word: string }[] = [];
  #newNamespaces: { code: number; name: string }[] = [];

  private constructor(workspace: number) {
    this.#workspace = workspace;
  }

  static async read(client: ClientBase, workspace: number): Promise<CodeBook> {
    const book = new CodeBook(workspace);
    for (const { kind, code, word } of await readCodeWords(client, workspace)) book.#ofKind(kind).set(word, code);
    for (const { code, name } of await readNamespaces(client, workspace)) book.#knowNamespace(code, name);
    return book;
  }

  codeOf(kind: CodeKind, word: string | undefined): number {
    if (word === undefined || word === '') return 0;
    const words = this.#ofKind(kind);
    const known = words.get(word);
    if (known !== undefined) return known;
    const code = words.size + 1;
    if (code > mostCodes[kind]) return 0;
    words.set(word, code);
    this.#newWords.push({ kind, code, word });
    return code;
  }

  namespaceCode(name: string): number {
    const known = this.#namespaces.get(name);
    if (known !== undefined) return known;
    const code = this.#namespaces.size + 1;
    this.#knowNamespace(code, name);
    this.#newNamespaces.push({ code, name });
    return code;
  }

  /** Every namespace that is known here. */
  get namespaceNames(): readonly string[] {
    return [...this.#namespaces.keys()];
  }

  namespaceName(code: number): string {
    const name = this.#namespaceNames.get(code);
    if (name === undefined) throw new Error(`no namespace has the code ${code}`);
    return name;
  }

  async store(client: ClientBase): Promise<void> {
    if (this.#newWords.length > 0) await insertCodeWords(client, this.#workspace, this.#newWords);
    if (this.#newNamespaces.length > 0) await insertNamespaces(client, this.#workspace, this.#newNamespaces);
    this.#newWords = [];
    this.#newNamespaces = [];
  }

  #ofKind(kind: CodeKind): Map<string, number> {
    let words = this.#words.get(kind);
    if (words === undefined) {
      words = new Map();
      this.#words.set(kind, words);
    }
    return words;
  }

  #knowNamespace(code: number, name: string): void {
    this.#namespaces.set(name, code);
    this.#namespaceNames.set(code, name);
  }
}
