/** Where a write key writes to, how far its word goes, and the zone of times that name none. */
export interface FoundKey {
  readonly workspace: number;
  readonly source: number;
  readonly kind: 'public' | 'server';
  readonly zone: string;
}
