import type { Role } from './principal.js';
import type { SignedInUser } from './sign-in/open-sign-in.js';

/** Who a valid credential belongs to, before any workspace is looked at. */
export type Caller =
  | { readonly type: 'user'; readonly user: SignedInUser; readonly cookies: readonly string[] }
  | {
      readonly type: 'token';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly workspace: { readonly number: number; readonly slug: string };
    }
  | { readonly type: 'command line' };
