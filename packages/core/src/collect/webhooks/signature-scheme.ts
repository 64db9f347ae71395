/**
 * How a delivery shows that it comes from whom it should:
 *
 * - `hmac`: HMAC-SHA256 of the body in a header, such as `sha256=` and 64 hexadecimal digits;
 * - `standard-webhooks`: as standardwebhooks.com says, with a time, so that an old delivery cannot be played again;
 * - `token`: the secret itself in a header, such as `Bearer …`.
 */
export type SignatureScheme =
  | {
      readonly type: 'hmac';
      readonly header: string;
      readonly encoding: 'hex' | 'base64';
      /** What stands before the signature; may be empty. */
      readonly prefix: string;
    }
  | { readonly type: 'standard-webhooks' }
  | { readonly type: 'token'; readonly header: string; readonly prefix: string };
