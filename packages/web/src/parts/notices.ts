interface NoticeAct {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly acts: readonly NoticeAct[];
}

let shown: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Notice[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/**
 * What was just done, said once and left standing.
 *
 * - A notice with acts (undo) stays until one is used or it is dismissed; a plain one goes after a while, or with the next.
 */
export const notices = {
  say(text: string, acts: readonly NoticeAct[] = []): void {
    lastId += 1;
    const id = lastId;
    show([...shown.filter((notice) => notice.acts.length > 0), { id, text, acts }]);
    if (acts.length === 0) setTimeout(() => notices.dismiss(id), 12_000);
  },
  dismiss(id: number): void {
    show(shown.filter((notice) => notice.id !== id));
  },
  get: (): readonly Notice[] => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
