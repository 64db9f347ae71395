import { de as sentencesGerman } from '@throughline/core/words/de';
import { en as sentencesEnglish } from '@throughline/core/words/en';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Page } from 'playwright-core';
import { de as screensGerman } from '../../packages/web/src/words/de.js';
import { en as screensEnglish } from '../../packages/web/src/words/en.js';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

const german = [...Object.values(sentencesGerman), ...Object.values(screensGerman)].flatMap(fragmentsOf);
const english = [...Object.values(sentencesEnglish), ...Object.values(screensEnglish)].flatMap(fragmentsOf);
/** What only English says: pieces of sentences of two words and more, and whole texts of any length. */
const pieces = new Set(english.filter((text) => / /.test(text) && !german.some((other) => other.includes(text))));
const wholes = new Set(english.filter((text) => /\p{L}{2}/u.test(text) && !german.includes(text)));
const little = /\b(?:the|of|and|you|your|are|with|from|this|that|these|has|have|been|is|not|by)\b/i;

/**
 * Texts of the page that read English: they hold a piece of an English message, are one, or have one of the little words that German lacks. Looked
 * at is everything that is shown or read out, but code, what people typed, and what says that it is English.
 */
export async function englishLeft(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(textsInPage);
  return texts
    .filter(
      ({ text, isChoice }) =>
        wholes.has(text) || [...pieces].some((piece) => text.includes(piece)) || (!isChoice && little.test(text)),
    )
    .map(({ text }) => text);
}

/** The literal parts of a message, those within its choices too. */
function fragmentsOf(message: string): readonly string[] {
  const found: string[] = [];
  const visit = (elements: Elements): void => {
    for (const element of elements) {
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
      else if (element.type === 0 && 'value' in element) found.push(element.value.trim());
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return found.filter((text) => text !== '');
}

/** Runs in the page. `isChoice`: the name of a country, zone or currency, which may hold anything. */
function textsInPage(): { readonly text: string; readonly isChoice: boolean }[] {
  const found: { text: string; isChoice: boolean }[] = [{ text: document.title, isChoice: false }];
  const left = 'pre, code, textarea, body [lang="en"], script, style, noscript';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element === null || element.closest(left) !== null) continue;
    const isChoice = element.closest('option') !== null;
    const texts =
      node instanceof Element
        ? ['aria-label', 'title', 'placeholder', 'alt'].map((name) => node.getAttribute(name))
        : [node.textContent];
    for (const text of texts) {
      const trimmed = text?.trim() ?? '';
      if (trimmed !== '') found.push({ text: trimmed, isChoice });
    }
  }
  return found;
}
