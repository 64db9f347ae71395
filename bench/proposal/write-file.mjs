import { columns } from './columns.mjs';
import { kinds } from './kinds.mjs';
import { person } from './people.mjs';
import { random } from './random.mjs';
import { texts } from './texts.mjs';
import { writing } from './writing.mjs';

/**
 * Makes one export with known truth. `nonsenseShare` of its headers say nothing ("fld7"). The same seed makes the same file.
 * Blanks, stand-ins for nothing, typos and mixed case are in it as people and systems put them there.
 */
export function writeFile(seed, nonsenseShare = 0.15) {
  const chance = random(seed);
  const country = chance.pick(['DE', 'DE', 'GB', 'US']);
  const language = country === 'DE' ? (chance.chance(0.85) ? 'de' : 'en') : 'en';
  const kind = chance.pick(Object.keys(kinds));
  return fileOf(chance, { seed, kind, country, language, nonsenseShare });
}

/**
 * An export of a kind. `needed` are columns it has in any case; `happened` are its lines, who and when (`{who, at: Date}`), by chance if not given.
 */
export function fileOf(chance, { seed, kind, country, language, nonsenseShare, needed = [], happened }) {
  const w = writing(chance, country);
  const file = habits(chance, country, language);
  const chosen = chance.shuffled(columnsOf(chance, kinds[kind], needed));
  const headers = headersOf(chance, chosen, language, nonsenseShare);
  const common = { chance, language, w, file };
  const lines =
    happened === undefined
      ? linesOf(chance, kind, country, common)
      : happened.map(({ who, at }, row) =>
          lineOf(common, { who, at: momentOfDate(at), row, position: 1, order: 2 * row }),
        );
  const dirt = {
    blanks: chance.pick([0, 0.5, 1, 2]),
    standIn: chance.pick(['', 'n/a', '-', 'NULL', language === 'de' ? 'k.A.' : 'N/A']),
    share: chance.pick([0, 0, 0.01, 0.03]),
  };
  return {
    seed,
    kind,
    country,
    language,
    name: `${kinds[kind].names[language]}${chance.pick(['', '_export', '_2026', ''])}.csv`,
    delimiter: chance.pick([',', ';', '\t', '|']),
    currency: file.currency,
    order: w.order,
    columns: chosen.map((name, at) => ({
      name,
      header: headers[at].header,
      isNonsense: headers[at].isNonsense,
      truth: columns[name].truth,
      reads: reads(columns[name].reads, w),
    })),
    rows: lines.map((line) => chosen.map((name) => cell(chance, columns[name], line, dirt))),
  };
}

function habits(chance, country, language) {
  const skus = Array.from(
    { length: chance.whole(15, 60) },
    chance.chance(0.5) ? () => `${chance.letters(2)}-${chance.digits(4)}` : () => `40${chance.digits(11)}`,
  );
  return {
    customerPrefix: chance.pick(['', '', 'K', 'C-', 'CU']),
    customerBase: chance.pick([1000, 10_000, 200_000, 5_000_000]),
    cardPrefix: chance.pick(['', '29', 'LC']),
    orderPrefix: chance.pick(['', '', 'ORD-', 'B', '2026-', '#']),
    orderBase: chance.pick([1, 10_000, 450_000, 77_000_000]),
    callPrefix: chance.pick(['', 'CALL-', 'c', 'A']),
    callBase: chance.pick([1, 90_000, 3_000_000]),
    casePrefix: chance.pick(['', 'T-', 'CASE', 'BSW-']),
    caseBase: chance.pick([100, 50_000]),
    responseBase: chance.pick([1, 1000, 88_000]),
    isLastFirst: chance.chance(0.2),
    hasCountryCodes: chance.chance(0.6),
    hasClockDurations: chance.chance(0.4),
    flags: chance.pick(texts[language].flags),
    currency: { DE: 'EUR', GB: 'GBP', US: 'USD' }[country],
    skus,
  };
}

function columnsOf(chance, kind, needed) {
  const names = new Set([...kind.always.map((choices) => chance.pick(choices)), ...needed]);
  for (const [name, share] of Object.entries(kind.often)) if (chance.chance(share)) names.add(name);
  if (kind.people !== 'none' && chance.chance(kind.people === 'names' ? 0.95 : 0.35)) {
    for (const name of chance.chance(0.65) ? ['firstName', 'lastName'] : ['fullName']) names.add(name);
  }
  if (names.has('moment')) names.delete('clock');
  return [...names];
}

function headersOf(chance, chosen, language, nonsenseShare) {
  const taken = new Set();
  const style = chance.pick([
    (text) => text,
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => text.toUpperCase().replace(/[\s.-]+/g, '_'),
  ]);
  const base = chance.pick(['fld', 'x_', 'col_', 'SPALTE', 'attr', 'F00', 'udf_']);
  return chosen.map((name, at) => {
    const isNonsense = chance.chance(nonsenseShare);
    let header = isNonsense ? `${base}${at + 1}` : style(chance.pick(columns[name].headers[language]));
    while (taken.has(header)) header = isNonsense ? `${header}x` : `${header}${at + 1}`;
    taken.add(header);
    return { header, isNonsense };
  });
}

function linesOf(chance, kind, country, common) {
  const count = chance.pick([40, 120, 400, 1200]);
  const isContact = kind === 'contact';
  const people = Array.from(
    { length: isContact ? count : Math.max(8, Math.round(count / chance.pick([1.2, 2, 4]))) },
    (_, number) => person(chance, country, number + 1),
  );
  const lines = [];
  let minute = 0;
  let order = 0;
  while (lines.length < count) {
    const who = isContact ? people[lines.length] : chance.pick(people);
    minute += chance.whole(5, common.w.isNarrow ? 9 : 600);
    const at = momentOf(chance, common.w, minute);
    order += chance.whole(1, 3);
    const together = kind === 'order-line' ? chance.pick([1, 1, 2, 2, 3, 4, 5]) : 1;
    for (let position = 1; position <= together; position++)
      lines.push(lineOf(common, { who, at, row: lines.length, position, order }));
  }
  return lines;
}

function lineOf(common, { who, at, row, position, order }) {
  const { orderPrefix, orderBase } = common.file;
  return { ...common, who, at, row, position, order: `${orderPrefix}${orderBase + order}` };
}

function momentOfDate(date) {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function momentOf(chance, w, minute) {
  const days = Math.floor(minute / 1440);
  const date = new Date(Date.UTC(2025, w.isNarrow ? 3 : 7, 1 + (w.isNarrow ? days % 12 : days)));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.min(23, 7 + (Math.floor(minute / 60) % 15)),
    minute: minute % 60,
    second: chance.whole(0, 59),
  };
}

function cell(chance, column, line, dirt) {
  const made = column.make(line);
  if (chance.chance(column.blank * dirt.blanks)) return dirt.standIn === '' || chance.chance(0.5) ? '' : dirt.standIn;
  if (!chance.chance(dirt.share)) return made;
  return chance.pick([(text) => ` ${text} `, (text) => text.toUpperCase(), typo(chance), () => ''])(made);
}

const typo = (chance) => (text) => {
  if (text.length < 3) return text;
  const at = chance.whole(0, text.length - 2);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

function reads(what, w) {
  if (what === null) return null;
  if (what === 'date') return { type: 'date', order: w.order };
  if (what === 'number') return { type: 'number', decimal: w.decimal };
  const [, from, to] = what.split(':');
  return { type: 'score', from: Number(from), to: Number(to) };
}
