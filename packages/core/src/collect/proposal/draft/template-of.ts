/** The template that stands for the cell of a column. */
export function templateOf(column: { readonly name: string }): string {
  return `{${column.name}}`;
}
