import { en as englishSentences } from '@throughline/core/words/en';
import { fallbackLanguage, type Language } from '@throughline/core/words/language';
import { makeWords } from '@throughline/core/words/words';
import { useSyncExternalStore } from 'react';
import { en as englishScreens } from './en.js';
import type { Spoken } from './spoken.js';

/** English comes with the application, every other language when it is first spoken. */
const english: Spoken = { language: 'en', sentences: makeWords('en', englishSentences), screens: englishScreens };
const spoken: { [L in Language]: Spoken | (() => Promise<Spoken>) } = {
  en: english,
  de: async () => (await import('./german.js')).german,
};

const listeners = new Set<() => void>();
const kept = 'throughline.language';
let current: Spoken = english;
let wanted: Language = fallbackLanguage;

/** The language of this window. Words are looked up while drawing: whatever shows some must be drawn anew when it changes, see `useSpeech`. */
export const speech = {
  get: (): Spoken => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** The language this browser was spoken to in last, if it was. */
  last: (): string | null => localStorage.getItem(kept),
  /**
   * Speaks the language from now on, here and the next time. Of several calls the last one holds; of a language that cannot be loaded, because the
   * server was renewed meanwhile or is gone, what was spoken before stays.
   */
  async speak(language: Language): Promise<void> {
    wanted = language;
    const found = spoken[language];
    const next = typeof found === 'function' ? await found().catch(() => undefined) : found;
    if (next === undefined) return;
    spoken[language] = next;
    if (wanted !== language) return;
    current = next;
    document.documentElement.lang = language;
    localStorage.setItem(kept, language);
    for (const listener of listeners) listener();
  },
};

export function useSpeech(): Spoken {
  return useSyncExternalStore(speech.subscribe, speech.get);
}
