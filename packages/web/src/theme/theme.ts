export type Theme = 'system' | 'light' | 'dark';

const key = 'throughline.theme';

/** Light, dark, or as the machine has it; kept in this browser only. */
export const theme = {
  get(): Theme {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  },
  set(next: Theme): void {
    if (next === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
    theme.show();
  },
  /** Puts the kept choice on the document. */
  show(): void {
    const kept = theme.get();
    if (kept === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = kept;
  },
};
