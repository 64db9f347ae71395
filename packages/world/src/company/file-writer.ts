import type { Life } from '../life/life.js';
import type { Surroundings } from '../people/surroundings.js';
import type { SampleFile } from '../sample-file.js';
import { linesOf, recorded } from '../systems/recorded.js';
import type { FileDesign } from '../systems/system-design.js';
import type { ToldEntry, TruthDesign } from '../truth/truth-design.js';
import { csvLine } from '../writing/csv-line.js';

/** A file of a system, with the place that tells its draws from those of other files. */
export interface PlacedFile {
  readonly system: string;
  readonly design: FileDesign;
  readonly place: number;
}

/** The header of a CSV file, and all that is about nobody in particular. */
export function* openingLines(design: FileDesign | TruthDesign, around: Surroundings): Generator<string> {
  const delimiter = 'delimiter' in design ? design.delimiter : undefined;
  if (design.format === 'csv')
    yield csvLine(
      design.columns.map(({ name }) => name),
      delimiter,
    );
  if (design.grows === 'with time') yield* design.list(around);
}

export function toldBy({ system, design, place }: PlacedFile, life: Life, around: Surroundings): readonly ToldEntry[] {
  if (design.grows === 'with time') return [];
  return recorded(design, life, around, place).map((entry) => ({ system, file: design.name, entry }));
}

export function linesToldBy(told: readonly ToldEntry[]): readonly string[] {
  return told.flatMap(({ entry }) => linesOf(entry));
}

export function describedFile(
  { name, about, format, columns, mapping }: FileDesign | TruthDesign,
  lines: () => Iterable<string>,
): SampleFile {
  return { name, about, format, columns, ...(mapping === undefined ? {} : { mapping }), lines };
}
