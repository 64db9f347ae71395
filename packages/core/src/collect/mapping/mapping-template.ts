/** A piece of a template: text that stands for itself, or a cell of the file or (with `lookup`) of a look-up. */
export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'cell'; readonly lookup: string | undefined; readonly column: string };

/**
 * Takes a template apart: `{column}` and `{lookup.column}` are cells, `{{` and `}}` are braces. A name before the first dot is a look-up only
 * if the mapping declares it, so columns may hold dots. Throws SyntaxError for a brace without its partner or an empty name.
 */
export function templateParts(template: string, lookups: ReadonlySet<string>): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  for (const [piece] of template.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)) {
    if (piece === '{{' || piece === '}}') text += piece.charAt(0);
    else if (piece === '{' || piece === '}') throw new SyntaxError(`a brace in "${template}" has no partner`);
    else if (!piece.startsWith('{')) text += piece;
    else {
      if (text !== '') parts.push({ type: 'text', text });
      text = '';
      parts.push(cell(piece.slice(1, -1).trim(), template, lookups));
    }
  }
  if (text !== '' || parts.length === 0) parts.push({ type: 'text', text });
  return parts;
}

function cell(name: string, template: string, lookups: ReadonlySet<string>): TemplatePart {
  if (name === '') throw new SyntaxError(`"${template}" has braces without a column`);
  const dot = name.indexOf('.');
  const lookup = dot > 0 ? name.slice(0, dot) : '';
  return lookups.has(lookup)
    ? { type: 'cell', lookup, column: name.slice(dot + 1) }
    : { type: 'cell', lookup: undefined, column: name };
}
