/** A value with the interval that holds it in 95 of 100 cases. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations on either side of a 95 % interval. */
export const z95 = 1.959964;

/** A share is shown once it can be told to within this much on either side. */
export const mostHalfWidth = 0.1;

/** Whether a share can be shown, or is too early to say. */
export function isTold({ low, high }: Estimate): boolean {
  return (high - low) / 2 <= mostHalfWidth;
}
