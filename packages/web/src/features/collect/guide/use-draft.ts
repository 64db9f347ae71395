import { useState } from 'react';
import { type Draft, emptyDraft } from './draft.js';

const keyOf = (file: string) => `throughline.draft.${file}`;

/** What was said of a file, kept for this tab of the browser, so that it survives a reload. */
export function useDraft(file: string): readonly [Draft, (next: Draft) => void] {
  const [draft, setDraft] = useState(() => kept(file));
  const keep = (next: Draft) => {
    setDraft(next);
    sessionStorage.setItem(keyOf(file), JSON.stringify(next));
  };
  return [draft, keep];
}

export function forgetDraft(file: string): void {
  sessionStorage.removeItem(keyOf(file));
}

function kept(file: string): Draft {
  const text = sessionStorage.getItem(keyOf(file));
  if (text === null) return emptyDraft;
  try {
    return { ...emptyDraft, ...(JSON.parse(text) as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}
