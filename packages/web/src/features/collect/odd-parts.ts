export interface TextPart {
  readonly text: string;
  readonly odd: boolean;
}

/** Cuts a text into parts, those between the marks being odd. Marks may overlap and reach beyond the text. */
export function markedParts(
  body: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly TextPart[] {
  return cut(
    body,
    marks.map(({ start, end }) => [start, end] as const),
  );
}

/**
 * Cuts a set-aside body into parts, marking what its reason speaks of: a field the reason names, with its value, or a
 * value the reason quotes. The parts joined are the body, byte for byte.
 */
export function oddParts(body: string, reason: string): readonly TextPart[] {
  return cut(
    body,
    words(reason).flatMap((word) => spansOf(body, word)),
  );
}

function cut(body: string, found: readonly (readonly [start: number, end: number])[]): readonly TextPart[] {
  const spans = [...found].sort((a, b) => a[0] - b[0]);
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at || start >= body.length) continue;
    if (start > at) parts.push({ text: body.slice(at, start), odd: false });
    parts.push({ text: body.slice(start, end), odd: true });
    at = Math.min(end, body.length);
  }
  if (at < body.length) parts.push({ text: body.slice(at), odd: false });
  return parts;
}

/** Words of the reason that could be a field or a value; a dotted path counts by its last step. */
function words(reason: string): readonly string[] {
  const found = reason.match(/[\p{L}\p{N}_$@./+-]{2,}/gu) ?? [];
  return [
    ...new Set(found.map((word) => word.replace(/[.]+$/, '')).flatMap((word) => [word, word.split('.').at(-1) ?? ''])),
  ];
}

/** Only whole JSON strings count, so that ordinary words of the reason mark nothing. */
function spansOf(body: string, word: string): readonly (readonly [number, number])[] {
  if (word === '') return [];
  const quoted = word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const value = String.raw`(?:\s*:\s*(?:"(?:[^"\\]|\\.)*"|[-+.\w]+))?`;
  return [...body.matchAll(new RegExp(`"${quoted}"${value}`, 'g'))].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
}
