export interface Identifier {
  readonly namespace: string;
  readonly value: string;
}
