/** A tagged link and a QR code lead to an address; a voucher series is redeemed; a tracked number is called. */
export const tagKinds = ['link', 'qr', 'vouchers', 'number'] as const;
export type TagKind = (typeof tagKinds)[number];
