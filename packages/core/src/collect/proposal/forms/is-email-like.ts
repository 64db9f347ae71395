/** An address as people write and mistype it: good enough to tell what the column means, not whether mail would arrive. */
export function isEmailLike(text: string): boolean {
  return /^(?:mailto:)?[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}\.[^\s@<>,;.]{2,}$/iu.test(text);
}
