/** One kind of dirt: `rate` is the share of `of` that it befalls. */
export interface DirtRate {
  readonly of: 'people' | 'people in shared homes' | 'records' | 'records of its kind';
  readonly rate: number;
  readonly means: string;
}

/** What is odd about how systems know a person. */
export type DirtKind = keyof typeof dirtOfPeople;

export const dirtOfPeople = {
  typo: { of: 'people', rate: 0.06, means: 'her name or e-mail address is misspelt in one system' },
  nickname: { of: 'people', rate: 0.08, means: 'one system knows her by the name friends use' },
  moved: { of: 'people', rate: 0.1, means: 'moved house; systems that were not told keep the old address' },
  'married-name': {
    of: 'people',
    rate: 0.03,
    means: 'took another family name; systems that were not told keep the old one',
  },
  'family-email': {
    of: 'people in shared homes',
    rate: 0.15,
    means: 'uses the mailbox of the family, as others of the household do',
  },
  'family-phone': {
    of: 'people in shared homes',
    rate: 0.25,
    means: 'gives the telephone of the home, as the others do',
  },
  'shared-tablet': { of: 'people in shared homes', rate: 0.2, means: 'browses on a tablet that others use too' },
  kiosk: { of: 'people', rate: 0.05, means: 'ordered at the kiosk in a shop, whose browser everybody uses' },
  'work-mailbox': { of: 'people', rate: 0.03, means: 'gives the info@ mailbox of the firm, as colleagues do' },
  twin: { of: 'people', rate: 0.01, means: 'another human has the same name and birthday' },
  'permission-missing': { of: 'people', rate: 0.15, means: 'no system says whether she may be written to' },
  'permission-mixed': { of: 'people', rate: 0.08, means: 'two systems say different things of what she permits' },
  'wrong-clock': { of: 'people', rate: 0.02, means: 'the clock of her device is wrong by hours, days or a year' },
} as const satisfies Record<string, DirtRate>;

/** What is odd about single records. */
export const dirtOfRecords = {
  doubled: { of: 'records', rate: 0.01, means: 'was sent or exported twice, word for word' },
  late: { of: 'records', rate: 0.02, means: 'arrived hours or days after it happened, after later ones' },
  'former-number-lost': {
    of: 'records of its kind',
    rate: 0.15,
    means: 'the migration of the list of customers did not keep the old number beside the new one',
  },
  placeholder: {
    of: 'records of its kind',
    rate: 0.05,
    means: 'holds "n/a", 000000 or the like where an identifier belongs',
  },
  nameless: {
    of: 'records of its kind',
    rate: 0.15,
    means: 'names nobody: hidden number, answer without name, receipt without card',
  },
} as const satisfies Record<string, DirtRate>;
