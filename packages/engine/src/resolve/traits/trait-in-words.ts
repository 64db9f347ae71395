/** A trait as it stands in a sentence: as sources name it, without underscores. */
export const traitInWords = (trait: string): string => trait.replaceAll('_', ' ');

/** A value as it stands in a sentence. */
export const valueInWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
