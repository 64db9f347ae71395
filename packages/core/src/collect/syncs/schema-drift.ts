/** A column as the database itself declares it. */
export interface TableColumn {
  readonly name: string;
  /** As the database writes it, such as `character varying(40)`; compared, never understood. */
  readonly type: string;
}

/** How a table differs from what its mapping was made for. `vanished` and `changed` are columns that the mapping reads. */
export interface SchemaDrift {
  readonly vanished: readonly string[];
  readonly changed: readonly { readonly name: string; readonly was: string; readonly is: string }[];
  readonly added: readonly string[];
}

/** `needed`: columns as the mapping names them; of `address.city` the column `address` is meant if there is none of that whole name. */
export function schemaDrift(
  known: readonly TableColumn[],
  found: readonly TableColumn[],
  needed: readonly string[],
): SchemaDrift {
  const [before, now] = [known, found].map((columns) => new Map(columns.map(({ name, type }) => [name, type])));
  const names = [...new Set(needed.map((column) => tableColumn(column, before ?? new Map())))];
  const vanished: string[] = [];
  const changed: { name: string; was: string; is: string }[] = [];
  for (const name of names) {
    const was = before?.get(name);
    if (was === undefined) continue;
    const is = now?.get(name);
    if (is === undefined) vanished.push(name);
    else if (is !== was) changed.push({ name, was, is });
  }
  return { vanished, changed, added: found.filter(({ name }) => !before?.has(name)).map(({ name }) => name) };
}

/** Whether a person must decide before the table is read on. */
export function isHeldByDrift({ vanished, changed }: SchemaDrift): boolean {
  return vanished.length > 0 || changed.length > 0;
}

function tableColumn(column: string, known: ReadonlyMap<string, string>): string {
  return known.has(column) ? column : (column.split('.')[0] ?? column);
}
