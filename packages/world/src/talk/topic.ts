/** What somebody talks about. */
export type Topic =
  | 'parcel-late'
  | 'refund-missing'
  | 'sign-in-fails'
  | 'till-queue'
  | 'goods-broken'
  | 'order-question'
  | 'stock-question'
  | 'praise'
  | 'all-well'
  | 'claim-silent'
  | 'premium-unclear'
  | 'upload-fails'
  | 'contract-question'
  | 'address-change'
  | 'broker-and-company';
