/** What ends a line: a line feed, unless the file's beginning has carriage returns alone (old Macintosh exports). */
export function lineEndOf(beginning: string): '\n' | '\r' {
  return beginning.includes('\n') || !beginning.includes('\r') ? '\n' : '\r';
}

/** How many lines a text begins. */
export function linesIn(text: string, lineEnd: '\n' | '\r'): number {
  let count = 0;
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}
