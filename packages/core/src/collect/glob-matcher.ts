/**
 * Whether a whole text fits a pattern in which `*` stands for any text and `?` for one character; everything else for itself.
 * Never slower than pattern length × text length, so a pattern from outside cannot stall anything.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  const symbols = [...pattern];
  return (text) => matches(symbols, [...text]);
}

function matches(pattern: readonly string[], text: readonly string[]): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    if (pattern[position] === '*') {
      star = position++;
      resumeAt = at;
    } else if (position < pattern.length && (pattern[position] === '?' || pattern[position] === text[at])) {
      position++;
      at++;
    } else if (star >= 0) {
      position = star + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[position] === '*') position++;
  return position === pattern.length;
}
