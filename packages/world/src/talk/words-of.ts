import { Chance } from '../chance/chance.js';
import type { Person, Voice } from '../people/person.js';
import { saidInEnglish } from './said-in-english.js';
import { saidInGerman } from './said-in-german.js';
import type { Sentences } from './sayings.js';
import type { Topic } from './topic.js';

interface Occasion {
  readonly topic: Topic;
  readonly about?: string;
  /** Number of the moment in her life: the same occasion gives the same words. */
  readonly place: number;
}

/** What she writes, in her language and her manner. */
export function wordsOf(person: Person, { topic, about, place }: Occasion, seed: number): string {
  const chance = new Chance(seed, 81, person.number, place);
  const sentence = withAbout(chance.pick(sayings[person.language][topic].said), about);
  return manners[person.voice](sentence, person.language, chance);
}

/** What the clerk notes of it: short, and with the name as he understood it. */
export function noteOf(person: Person, name: string, { topic, about, place }: Occasion, seed: number): string {
  const chance = new Chance(seed, 82, person.number, place);
  const note = withAbout(chance.pick(sayings[person.language][topic].noted), about);
  return chance.hits(0.5) ? note : `${name}: ${note}`;
}

const sayings = { de: saidInGerman, en: saidInEnglish } as const;

type Manner = (sentence: string, language: Person['language'], chance: Chance) => string;

const greetings: Readonly<Record<Person['language'], Sentences>> = {
  de: ['Sehr geehrte Damen und Herren,', 'Guten Tag,', 'Hallo zusammen,'],
  en: ['Dear Sir or Madam,', 'Good morning,', 'Hello there,'],
};
const farewells: Readonly<Record<Person['language'], Sentences>> = {
  de: ['Mit freundlichen Grüßen', 'Vielen Dank im Voraus', 'Herzliche Grüße'],
  en: ['Kind regards', 'Many thanks in advance', 'With best wishes'],
};
const asides: Readonly<Record<Person['language'], Sentences>> = {
  de: [
    'Wissen Sie, ich kaufe seit Jahren bei Ihnen und meine Schwester auch.',
    'Alle sagen, ich soll es lassen, aber so etwas lasse ich nicht liegen.',
    'Ich schreibe sonst nie, aber heute war mir danach.',
  ],
  en: [
    'You know, I have been with you for years and so has my sister.',
    'Everybody says to leave it, but I am not one to leave things.',
    'I never write as a rule, but today I felt like it.',
  ],
};

const manners: Readonly<Record<Voice, Manner>> = {
  plain: (sentence) => sentence,
  polite: (sentence, language, chance) =>
    `${chance.pick(greetings[language])} ${sentence} ${chance.pick(farewells[language])}`,
  curt: (sentence) => sentence.replace(/[.!]$/, '').toLowerCase(),
  chatty: (sentence, language, chance) => `${chance.pick(asides[language])} ${sentence} 😊`,
  shouting: (sentence) => `${sentence.toUpperCase().replace(/[.!]$/, '')}!!!`,
};

/** Without a number the clause that holds it still reads. */
function withAbout(sentence: string, about: string | undefined): string {
  return about === undefined ? sentence.replace(/ ?\{about\}/, '') : sentence.replace('{about}', about);
}
