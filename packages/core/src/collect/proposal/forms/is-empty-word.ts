/** Whether a system or a person wrote this text because there was nothing to write. Words that may mean something ("none", "0") do not count. */
export function isEmptyWord(text: string): boolean {
  return text.length <= 16 && (words.has(text.toLowerCase()) || /^[-–—?.*/_]+$/u.test(text));
}

const words: ReadonlySet<string> = new Set(
  ...[
    [
      ...[
        'n/a',
        'n.a.',
        'n.a',
        '#n/a',
        '#nv',
        'nan',
        'null',
        '(null)',
        '<null>',
        '\\n',
        'nil',
        'undefined',
        '(not set)',
      ],
      ...['not set', 'not available', 'not provided', 'k.a.', 'k. a.', 'k.a', 'keine angabe', 'unbekannt', 'unknown'],
      ...['inconnu', 'non renseigné', 'desconocido', 's/d', 'onbekend', 'n.v.t.', '(leer)', '(blank)', '0000-00-00'],
    ],
  ],
);
