export const locationKinds = ['country', 'region', 'store', 'call_centre', 'other'] as const;
export type LocationKind = (typeof locationKinds)[number];

/** A place in the tree, with the codes by which sources name it. */
export interface Location {
  readonly id: string;
  /** `null`: at the top. */
  readonly parent: string | null;
  readonly kind: LocationKind;
  readonly name: string;
  readonly codes: readonly string[];
}
