/** One source: whom it knows, and by what. People are recognised customers; visitors stand beside them. */
export interface CoveredSystem {
  readonly source: number;
  readonly people: number;
  readonly visitors: number;
  /** People known to no other source. */
  readonly alone: number;
  /** Kinds of identifier by which it knows people, the commonest first. */
  readonly brings: readonly { readonly namespace: string; readonly people: number }[];
}

/** Of the people in `from`, how many `to` knows. It does not hold both ways round. */
export interface CoveredPair {
  readonly from: number;
  readonly to: number;
  /** People in `from`. */
  readonly people: number;
  readonly known: number;
  /** Not known to `to`, though they have an identifier of a kind that `to` uses: it would know them if it had met them. */
  readonly linkable: number;
}

export interface Coverage {
  /** The one with most people known to nobody else first. */
  readonly systems: readonly CoveredSystem[];
  /** Every ordered pair of systems that know people. */
  readonly pairs: readonly CoveredPair[];
}

/** People of `from` whom nothing could join with what `to` knows. */
export function unlinkable({ people, known, linkable }: CoveredPair): number {
  return people - known - linkable;
}
