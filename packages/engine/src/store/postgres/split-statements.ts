/**
 * Cuts an SQL file at its semicolons, leaving those alone that stand in quotes, dollar quotes, comments, parentheses or
 * `begin atomic … end` bodies of SQL functions. Statements that hold only comments are left out.
 */
export function splitStatements(sql: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  let hasCode = false;
  let depth = 0;
  let blocks = 0;
  const token =
    /--[^\n]*|\/\*|\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$|\b(?:begin\s+atomic|case|end)\b|[A-Za-z_]\w*|[;()]|\S/giy;
  const space = /\s*/y;
  for (let at = 0; at < sql.length; ) {
    space.lastIndex = at;
    space.exec(sql);
    token.lastIndex = space.lastIndex;
    const found = token.exec(sql);
    if (found === null) break;
    const [text] = found;
    at = token.lastIndex;
    if (text.startsWith('--')) continue;
    if (text === '/*') {
      at = afterComment(sql, at);
      continue;
    }
    if (text === ';' && depth === 0 && blocks === 0) {
      if (hasCode) statements.push(sql.slice(start, at).trim());
      start = at;
      hasCode = false;
      continue;
    }
    hasCode = true;
    if (text.startsWith('$') && text.endsWith('$') && text.length > 1) {
      const close = sql.indexOf(text, at);
      at = close === -1 ? sql.length : close + text.length;
    } else if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (/^begin\s/i.test(text)) blocks++;
    else if (blocks > 0 && /^case$/i.test(text)) blocks++;
    else if (blocks > 0 && /^end$/i.test(text)) blocks--;
  }
  if (hasCode) statements.push(sql.slice(start).trim());
  return statements;
}

/** Comments nest in PostgreSQL. */
function afterComment(sql: string, from: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  for (let open = 1; open > 0; ) {
    const found = edge.exec(sql);
    if (found === null) return sql.length;
    open += found[0] === '/*' ? 1 : -1;
  }
  return edge.lastIndex;
}
