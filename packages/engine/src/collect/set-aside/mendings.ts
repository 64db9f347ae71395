/** What routes may ask of whoever works on mendings. */
export interface Mendings {
  /** Begins or goes on with a mending that runs. */
  start(workspace: number, id: string): void;
  /** Resolves when it is not being worked on any more; its state is not changed. */
  stop(workspace: number, id: string): Promise<void>;
  /** Resolves when nothing is on its way into the log that was read before. */
  pass(): Promise<void>;
}
