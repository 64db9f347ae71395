/** What a company is to its customers: shops that sell things, or contracts that run for years. */
export type Profile = (typeof profiles)[number];

export const profiles = ['retailer', 'contracts'] as const;
