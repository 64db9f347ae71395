import type { Direction } from '../../collect/interaction.js';

const basket =
  / (basket|cart|checkout|quote|quotation|offer requested|warenkorb|einkaufswagen|kasse|angebot|angebotsanfrage) /;
const onlyOpened = / (open|opened|delivered|received|bounced|geöffnet|zugestellt) $/;

interface Named {
  readonly name: string;
  readonly direction: Direction;
}

/** Whether this is filling a basket or asking for a quote, by its name in English or German. */
export function isBasket({ name, direction }: Named): boolean {
  return direction === 'from-customer' && basket.test(wordsOf(name));
}

/** Whether somebody did this of their own. To open a message is none: programs do it for them. */
export function isOwnAct({ name, direction }: Named): boolean {
  return direction === 'from-customer' && !onlyOpened.test(wordsOf(name));
}

function wordsOf(name: string): string {
  const words = name.replace(/([a-zß-ÿ])([A-Z])/g, '$1 $2').toLowerCase();
  return ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
