const key = 'throughline.workspace';

/** The workspace this browser showed last; only a hint, membership decides. */
export const lastWorkspace = {
  get: (): string | null => localStorage.getItem(key),
  set: (slug: string): void => localStorage.setItem(key, slug),
};
