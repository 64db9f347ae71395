import type { GoldenTrait } from '../golden-trait.js';
import type { JsonValue } from '../json-value.js';
import { nameWords } from './name-words.js';
import { postcodeWord } from './postcode-word.js';

/** All words by which a person is found, each once: of every name that any source gives now, and postcodes. */
export function findableWords(golden: readonly GoldenTrait[]): readonly string[] {
  const words = new Set<string>();
  for (const { trait, value, conflicts } of golden) {
    for (const said of [value, ...conflicts.map((conflict) => conflict.value)]) {
      if (nameTraits.has(trait) && typeof said === 'string') {
        for (const word of nameWords(said.slice(0, longestName))) words.add(word);
      }
      const postcode = postcodeIn(trait, said);
      const word = postcode === undefined ? undefined : postcodeWord(postcode);
      if (word !== undefined) words.add(word);
    }
  }
  return [...words];
}

const nameTraits: ReadonlySet<string> = new Set(['name', 'firstName', 'first_name', 'lastName', 'last_name']);
const longestName = 200;
const postcodeTraits: ReadonlySet<string> = new Set(['postcode', 'postalcode', 'zip', 'zipcode', 'plz']);

/** Said as a trait of its own, or within the trait `address`. */
function postcodeIn(trait: string, value: JsonValue): string | undefined {
  if (trait === 'address' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const [, said] = Object.entries(value).find(([name]) => postcodeTraits.has(plain(name))) ?? [];
    return asText(said);
  }
  return postcodeTraits.has(plain(trait)) ? asText(value) : undefined;
}

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
