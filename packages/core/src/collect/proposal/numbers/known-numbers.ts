/** A sampled line with a customer number, and what else it says of that customer. As the file spells it. */
export interface NumberedLine {
  readonly number: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly postcode: string | null;
}

/** What is known already of customers with the numbers of a file. Not given where no system that is in has customer numbers. */
export interface KnownNumbers {
  /** Different numbers that were looked for. */
  readonly looked: number;
  /** Each number space of which any was found, or none while nothing of the other systems is resolved. */
  readonly spaces: readonly KnownSpace[];
}

export interface KnownSpace {
  /** Such as `crm:customer`. */
  readonly namespace: string;
  readonly found: number;
  /** Of those found: numbers whose customer has the same name, e-mail, phone or postcode on both sides. */
  readonly agreeing: number;
  /** Numbers whose customer is told apart by these. Where neither, nothing could be compared. */
  readonly differing: number;
}
