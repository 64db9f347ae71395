/** A name by which a source knows somebody, after normalisation. Two are the same when both parts are equal, letter by letter. */
export interface Identifier {
  readonly namespace: string;
  readonly value: string;
}

/** What messages without any person hang on. It is counted, never joined, never a customer. */
export const nobody: Identifier = { namespace: 'nobody', value: '-' };
