/** The part a group belongs to when a level of the division has `parts` parts (FNV-1a with the level as seed). */
export function partOfGroup(rule: number, group: string, level: number, parts: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(level + 1, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ rule, 0x01000193);
  for (let at = 0; at < group.length; at += 1) hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % parts;
}
