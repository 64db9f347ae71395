/**
 * The search part of an address, every value as the text it is: `?q=936` looks for "936", and a long card number keeps its
 * digits. Of a name given twice the last counts.
 */
export const plainSearch = {
  parse: (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search)),
  stringify: (values: Readonly<Record<string, unknown>>): string => {
    const texts = Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    );
    return texts.length === 0 ? '' : `?${new URLSearchParams(texts)}`;
  },
};
