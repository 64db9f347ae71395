/** The reason of a group without the line of its first example: `line 12: …` would read as if it were about that line only, in German too. */
export function groupReason(reason: string): string {
  return reason.replace(/^(line|Zeile) \d+: /i, '');
}
