import type { Topic } from '../talk/topic.js';
import type { Feeling } from './feeling.js';
import type { PainKey } from './pain-points.js';
import type { Stage } from './stage.js';

/** What really happened between a person and the company. Which systems saw it, and what they made of it, is up to them. */
export type Moment = MomentTruth & Happening;

export interface MomentTruth {
  /** Its place among the moments of the life. */
  readonly place: number;
  readonly atMs: number;
  readonly stage: Stage;
  readonly touchpoint: string;
  readonly feeling: Feeling;
  /** What really brought it about; of contacts, complaints and answers always said. */
  readonly cause?: string;
  readonly pain?: PainKey;
}

export type Happening =
  | Advertisement
  | Visit
  | Registration
  | OnlineOrder
  | Mail
  | StorePurchase
  | CardIssued
  | Return
  | Call
  | Complaint
  | Answer
  | MasterData
  | ContractSigned
  | ContractEnded
  | BrokerVisit
  | Letter
  | ClaimStep;

export interface Advertisement {
  readonly kind: 'advertisement';
  /** False: it was shown to her and she did nothing. */
  readonly clicked: boolean;
  readonly campaign: string;
  readonly costCents: number;
  readonly browser: string;
}

/** On the web, in the app, or at the kiosk of a shop. */
export interface Visit {
  readonly kind: 'visit';
  readonly on: 'web' | 'app' | 'kiosk';
  /** Of web and kiosk the anonymous id, of the app the device's. */
  readonly browser: string;
  readonly signedIn: boolean;
  readonly steps: readonly string[];
  /** What went wrong during the visit. */
  readonly fails?: string;
}

export interface Registration {
  readonly kind: 'registration';
  readonly browser: string;
}

export interface OnlineOrder {
  readonly kind: 'online-order';
  readonly on: Visit['on'];
  readonly browser: string;
  readonly order: string;
  readonly goods: readonly Goods[];
  readonly promisedMs: number;
  readonly deliveredMs: number;
}

export interface Goods {
  readonly sku: string;
  readonly quantity: number;
  readonly cents: number;
}

/** One message of one of the two platforms, with all that is heard back. */
export interface Mail {
  readonly kind: 'mail';
  readonly platform: 'newsletter' | 'service';
  readonly subject: string;
  readonly about?: string;
  readonly openedMs?: number;
  /** The provider's machine fetched the pictures; nobody read it then. */
  readonly prefetchedMs?: number;
  readonly clickedMs?: number;
  readonly bounced?: boolean;
}

export interface StorePurchase {
  readonly kind: 'store-purchase';
  readonly store: number;
  readonly receipt: string;
  readonly goods: readonly Goods[];
  readonly showsCard: boolean;
}

export interface CardIssued {
  readonly kind: 'card-issued';
  readonly store: number;
}

export interface Return {
  readonly kind: 'return';
  readonly order: string;
  readonly where: 'store' | 'post';
  readonly store: number;
  readonly cents: number;
  readonly refundedMs: number;
}

export interface Call {
  readonly kind: 'call';
  readonly topic: Topic;
  readonly about?: string;
  readonly minutes: number;
  readonly waitedSeconds: number;
  readonly hidesNumber: boolean;
  readonly solved: boolean;
}

export interface Complaint {
  readonly kind: 'complaint';
  readonly topic: Topic;
  readonly about?: string;
  readonly answeredMs?: number;
}

/** An answer to a survey. */
export interface Answer {
  readonly kind: 'answer';
  /** 0 to 10. */
  readonly score: number;
  readonly topic: Topic;
  readonly namesHerself: boolean;
}

/** The company's own list of customers learns something of her. */
export interface MasterData {
  readonly kind: 'master-data';
  readonly change: 'new' | 'moved' | 'married';
}

export interface ContractSigned {
  readonly kind: 'contract-signed';
  readonly contract: string;
  readonly product: Product;
  readonly yearlyCents: number;
  readonly through: 'broker' | 'web' | 'call_centre';
}

export type Product = 'car' | 'home' | 'liability' | 'legal';

export interface ContractEnded {
  readonly kind: 'contract-ended';
  readonly contract: string;
  readonly product: Product;
}

export interface BrokerVisit {
  readonly kind: 'broker-visit';
  readonly broker: number;
  readonly occasion: 'advice' | 'yearly talk' | 'claim';
}

export interface Letter {
  readonly kind: 'letter';
  readonly what: 'policy' | 'premium change';
  readonly contract: string;
}

export interface ClaimStep {
  readonly kind: 'claim-step';
  readonly claim: string;
  readonly contract: string;
  readonly step: 'reported' | 'news' | 'paid' | 'refused';
  readonly through: 'broker' | 'web' | 'app' | 'call_centre';
  readonly cents: number;
}
