import { sendFile } from '../../../api/files/send-file.js';
import type { StagedFile } from '../../../api/files/staged-file.js';

/** A file on its way to the server, or one that the server could not take. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly shareOf1: number;
  readonly error: Error | null;
}

let shown: readonly Upload[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Upload[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function change(id: number, changed: Partial<Upload>): void {
  show(shown.map((upload) => (upload.id === id ? { ...upload, ...changed } : upload)));
}

/** Files being handed in, wherever in the application one looks meanwhile. One that failed stays until it is dismissed. */
export const uploads = {
  /** Null if the server could not take it; the reason is shown with the upload. */
  async start(workspace: string, file: File): Promise<StagedFile | null> {
    lastId += 1;
    const id = lastId;
    show([...shown, { id, name: file.name, shareOf1: 0, error: null }]);
    try {
      const staged = await sendFile(workspace, file, (shareOf1) => change(id, { shareOf1 }));
      uploads.dismiss(id);
      return staged;
    } catch (error) {
      change(id, { error: error instanceof Error ? error : new Error(String(error)) });
      return null;
    }
  },
  dismiss: (id: number): void => show(shown.filter((upload) => upload.id !== id)),
  get: (): readonly Upload[] => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
