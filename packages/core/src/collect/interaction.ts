/** Who turned to whom: `observed` is neither (a delivery scan, a price that changed). */
export type Direction = (typeof directions)[number];
export type Outcome = (typeof outcomes)[number];
export type Precision = (typeof precisions)[number];
export type Mark = (typeof markNames)[number];

export const directions = ['from-customer', 'to-customer', 'observed'] as const;
export const outcomes = ['well', 'badly', 'neither'] as const;
export const precisions = ['instant', 'day'] as const;
export const markNames = ['machine', 'internal', 'test', 'void'] as const;

/** `machine`: no human did it; `internal`: our own staff; `test`: a trial; `void`: it was taken back and counts no more. */
export type Marks = Readonly<Record<Mark, boolean>>;

/** What an interaction is about: a case. `kind` is a short name (`order`, `claim`, `booking`, `complaint`), `id` the company's own number. */
export interface About {
  readonly kind: string;
  readonly id: string;
}

/** An event between a customer and the organisation. Texts are at most 200 characters. */
export interface Interaction {
  readonly name: string;
  readonly direction: Direction;
  readonly precision: Precision;
  readonly channel: string;
  readonly touchpoint?: string;
  readonly about?: About;
  readonly reason?: string;
  readonly outcome?: Outcome;
  readonly location?: string;
  /** Decimal text, at most six places; never without its currency unless the source has none. */
  readonly value?: string;
  /** Three capital letters (ISO 4217). */
  readonly currency?: string;
  readonly marks: Marks;
  readonly properties: Readonly<Record<string, unknown>>;
}
