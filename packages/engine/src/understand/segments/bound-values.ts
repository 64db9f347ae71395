/** Collects the values of a query's parameters while its text is written; the same value of one type is bound once. */
export class BoundValues {
  readonly #names = new Map<string, string>();
  readonly #values: Record<string, unknown> = {};

  /** What stands for the value in the text. `type` is one of the engine's. */
  bind(value: string | number | readonly (string | number)[], type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const name = this.#names.get(key) ?? `v${this.#names.size}`;
    this.#names.set(key, name);
    this.#values[name] = value;
    return `{${name}:${type}}`;
  }

  /** To send the query with. */
  get parameters(): Readonly<Record<string, unknown>> {
    return this.#values;
  }
}
