/** What routes may ask of whoever works on imports. */
export interface Imports {
  /** Begins or goes on with a run whose state is `running`. */
  start(workspace: number, run: number): void;
  /** Resolves when the run is not being worked on any more; its state is not changed. */
  stop(workspace: number, run: number): Promise<void>;
  /** Removes the files of an import that was taken back. */
  discard(importId: string): Promise<void>;
}
