/** What belongs to each person, in the order given; persons to whom nothing belongs are missing. */
export function groupByPerson<T>(
  rows: readonly { readonly person: number; readonly item: T }[],
): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const { person, item } of rows) {
    const group = groups.get(person);
    if (group === undefined) groups.set(person, [item]);
    else group.push(item);
  }
  return groups;
}
