import type { Life } from '../life/life.js';
import type { Surroundings } from '../people/surroundings.js';
import type { SampleFile } from '../sample-file.js';
import { recorded } from '../systems/recorded.js';
import type { FileDesign } from '../systems/system-design.js';
import type { Told, TruthDesign } from '../truth/truth-design.js';
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

export function toldBy({ system, design, place }: PlacedFile, life: Life, around: Surroundings): Told {
  const entries = design.grows === 'with time' ? [] : recorded(design, life, around, place);
  return { system, file: design.name, entries };
}

/** The lines of what is told, each as often as it stands in the file. */
export function linesTold({ entries }: Told): readonly string[] {
  const lines: string[] = [];
  for (const { entry, copies } of entries) {
    for (let copy = 0; copy < copies; copy += 1) lines.push(...entry.lines);
  }
  return lines;
}

export function describedFile(
  { name, about, format, columns, mapping }: FileDesign | TruthDesign,
  lines: () => Iterable<string>,
): SampleFile {
  return { name, about, format, columns, ...(mapping === undefined ? {} : { mapping }), lines };
}
