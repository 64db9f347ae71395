/**
 * How close a word that occurs is to one that was typed, 0 to 1: 1 is the same, less the more letters must be changed, added, left out or
 * swapped; a beginning is closer than any slip. 0 if it is another word: of short words one slip is forgiven, of long ones two.
 */
export function wordCloseness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.9;
  const letters = Math.max(typed.length, word.length);
  const forgiven = typed.length < 3 ? 0 : typed.length < 6 ? 1 : 2;
  const slips = slipsBetween(typed, word, forgiven);
  return slips > forgiven ? 0 : 0.9 * (1 - slips / letters);
}

/** Optimal string alignment distance (Damerau-Levenshtein without moves across a swap); more than `most` once it is known to be more. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let slips = Math.min(at(above, column) + 1, at(here, column - 1) + 1, at(above, column - 1) + (isSame ? 0 : 1));
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) slips = Math.min(slips, at(before, column - 2) + 1);
      here.push(slips);
    }
    if (Math.min(...here) > most) return most + 1;
    before = above;
    above = here;
  }
  return at(above, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
