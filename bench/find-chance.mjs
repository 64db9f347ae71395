/** Draws for the bench of finding people: the same seed, the same people and slips. */
export function drawChance(seed) {
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) / 0x7fffff;
  };
  const upTo = (most) => Math.min(most - 1, Math.floor(draw() * most));
  return {
    draw,
    /** The first ones are common, the last ones rare. */
    pick: (list) => list[Math.min(list.length - 1, Math.floor(draw() ** 2 * list.length))],
    /** A letter left out, another one in its place, or two swapped. */
    slip(text) {
      const at = 1 + upTo(Math.max(1, text.length - 2));
      const kind = upTo(3);
      if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
      if (kind === 1) return text.slice(0, at) + 'abcdefghijklmnopqrstuvwxyz'[upTo(26)] + text.slice(at + 1);
      return text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2);
    },
  };
}
