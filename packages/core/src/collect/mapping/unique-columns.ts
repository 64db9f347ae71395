/**
 * Names under which each column of a header can be spoken of: as it is spelled without outer white space, `name (2)` for a name that came before,
 * `Column 3` for none.
 */
export function uniqueColumns(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const spelled = new Set(header.map((name) => name.trim()));
  return header.map((name, at) => {
    const own = name.trim();
    let unique = own === '' ? `Column ${at + 1}` : own;
    for (let count = 2; taken.has(unique) || (own !== unique && spelled.has(unique)); count += 1)
      unique = `${own === '' ? `Column ${at + 1}` : own} (${count})`;
    taken.add(unique);
    return unique;
  });
}
