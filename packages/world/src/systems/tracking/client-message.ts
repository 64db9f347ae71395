/** What a client says of one moment, as the inside of a JSON object, still without its id. */
export interface ClientMessage {
  readonly message: string;
  readonly atMs: number;
  readonly what: 'interaction' | 'traits';
}
