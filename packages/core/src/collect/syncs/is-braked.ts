/** Of all that a table made before, as much may be gone without a person being asked: one in twenty. */
export const mostGoneShareOf1 = 0.05;

/** Whether so many rows are gone that a person must decide. Of nothing nothing can be gone. */
export function isBraked({ missing, of }: { readonly missing: number; readonly of: number }): boolean {
  return missing > of * mostGoneShareOf1;
}
