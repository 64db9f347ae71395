/** What a column is called in properties and traits: as its header, if that can be a name there. */
export function fieldName(column: { readonly name: string; readonly position: number }): string {
  const { name, position } = column;
  return name.length > 200 || name === '__proto__' ? `Column ${position + 1}` : name;
}
