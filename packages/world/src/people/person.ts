import type { DirtKind } from '../dirt/dirt-kinds.js';
import type { Household } from './household.js';

/** A human: who she really is, whatever the systems write down. */
export interface Person {
  /** 0 to customers − 1. */
  readonly number: number;
  readonly household: Household;
  readonly language: 'de' | 'en';
  readonly sex: 'female' | 'male';
  readonly firstName: string;
  /** What friends call her. */
  readonly nickname: string;
  readonly familyName: string;
  readonly married?: { readonly familyName: string; readonly atMs: number };
  /** yyyy-MM-dd. */
  readonly birthday: string;
  /** Her own mailbox. */
  readonly email: string;
  /** The mailbox of the small firm she works for, read by all who work there. */
  readonly workEmail?: string;
  /** E.164. */
  readonly mobile: string;
  /** Another human with the same name and birthday. */
  readonly twin?: number;
  /** What is odd about how systems know her; `dirt/dirt-kinds.ts` says how often. */
  readonly dirt: ReadonlySet<DirtKind>;
  /** How she writes and speaks. */
  readonly voice: Voice;
}

export type Voice = (typeof voices)[number];

export const voices = ['plain', 'polite', 'curt', 'chatty', 'shouting'] as const;
