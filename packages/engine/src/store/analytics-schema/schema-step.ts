/** One step of the analytics schema. `statements` are harmless when they ran already, for the engine has no transactions over DDL. */
export interface SchemaStep {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}
