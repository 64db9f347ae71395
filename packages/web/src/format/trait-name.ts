/** A trait as a person reads it: as sources name it, without underscores. */
export const traitName = (trait: string): string => trait.replaceAll('_', ' ');
