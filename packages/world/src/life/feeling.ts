/** What somebody felt, from worst to best. Nobody wrote it down at the time: it is the truth that feedback is held against. */
export type Feeling = (typeof feelings)[number];

export const feelings = ['angry', 'annoyed', 'indifferent', 'pleased', 'delighted'] as const;
