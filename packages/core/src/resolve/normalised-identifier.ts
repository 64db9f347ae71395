import type { Identifier } from './identifier.js';

export type LeftOutReason =
  | 'empty'
  | 'not-text'
  | 'control-characters'
  | 'too-long'
  | 'placeholder'
  | 'bad-namespace'
  | 'not-an-email'
  | 'not-a-phone'
  | 'phone-without-country'
  | 'phone-with-extension';

export type NormalisedIdentifier =
  | { readonly type: 'identifier'; readonly identifier: Identifier }
  | { readonly type: 'left-out'; readonly reason: LeftOutReason };
