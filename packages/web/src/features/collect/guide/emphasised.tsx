interface Props {
  readonly text: string;
  /** The words of the file within the sentence, such as the name of a column. */
  readonly words: readonly string[];
}

/** A sentence with the first of each of some words in bold. */
export function Emphasised({ text, words }: Props) {
  const parts: { readonly text: string; readonly isBold: boolean }[] = [];
  let rest = text;
  for (const word of words) {
    const at = word === '' ? -1 : rest.indexOf(word);
    if (at < 0) continue;
    parts.push({ text: rest.slice(0, at), isBold: false }, { text: word, isBold: true });
    rest = rest.slice(at + word.length);
  }
  return (
    <>
      {parts.map((part, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name and never move
        part.isBold ? <strong key={at}>{part.text}</strong> : part.text,
      )}
      {rest}
    </>
  );
}
