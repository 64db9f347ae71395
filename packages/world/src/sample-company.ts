import type { CompanyDesign } from './company/company-design.js';
import { contracts } from './company/contracts.js';
import { describedFile, linesTold, openingLines, type PlacedFile, toldBy } from './company/file-writer.js';
import { livesOf } from './company/lives-of.js';
import { retailer } from './company/retailer.js';
import { mostCustomers } from './most-customers.js';
import type { Surroundings } from './people/surroundings.js';
import type { Profile } from './profile.js';
import type { SampleFile } from './sample-file.js';
import type { SampleSystem } from './sample-system.js';
import type { TruthDesign } from './truth/truth-design.js';
import { isoTime } from './writing/written-times.js';

export interface SampleOptions {
  readonly profile: Profile;
  /** How many humans there are to know, 1 to 9,000,000. */
  readonly customers: number;
  /** Whole number; the same seed gives the same bytes. */
  readonly seed: number;
  /** The end of what is recorded, ms since 1970; two years lie before it. */
  readonly until: number;
}

/**
 * A simulated company whose truth is known: systems that export what they saw, each in its own shape, keys and zone and with life's dirt in it,
 * and beside them files that say which record is which human, what she felt, and what really caused it.
 */
export interface SampleCompany extends SampleOptions {
  readonly name: string;
  readonly systems: readonly SampleSystem[];
  readonly truth: readonly SampleFile[];
  /** Every line of every file in one pass, each life lived once: the way to write them all. Lines of one file come in the order of its `lines()`. */
  everyLine(): Iterable<SampleLine>;
}

export interface SampleLine {
  readonly file: SampleFile;
  readonly line: string;
}

const recordedDays = 730;

/**
 * Makes the company of these options. Nothing is kept: files are made as they are read, each as often as it is read.
 *
 * - The life of each customer follows from profile, seed, `until` and her number alone: a company of 100 is the beginning of one of 1,000,000.
 * - Throws RangeError for options out of range.
 */
export function sampleCompany(options: SampleOptions): SampleCompany {
  const { profile, customers, seed, until } = options;
  if (!Number.isInteger(customers) || customers < 1 || customers > mostCustomers)
    throw new RangeError(`customers must be a whole number from 1 to ${mostCustomers}`);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(until))
    throw new RangeError('seed and until must be whole numbers');
  const design = designs[profile];
  const around: Surroundings = { seed, sinceMs: until - recordedDays * 86_400_000, untilMs: until };
  const lives = () => livesOf(design, around, customers);
  const placed = placedFiles(design);

  const ofSystem = (file: PlacedFile): SampleFile =>
    describedFile(file.design, function* () {
      yield* openingLines(file.design, around);
      if (file.design.grows === 'with people') for (const life of lives()) yield* linesTold(toldBy(file, life, around));
    });
  const ofTruth = (truth: TruthDesign): SampleFile =>
    describedFile(truth, function* () {
      yield* openingLines(truth, around);
      if (truth.grows === 'with time') return;
      for (const life of lives()) {
        const told = truth.speaksOfRecords ? placed.map((file) => toldBy(file, life, around)) : [];
        yield* truth.tell(life, told, around);
      }
    });

  const files = placed.map(ofSystem);
  const truth = design.truth.map(ofTruth);
  const systems = design.systems.map(
    (system): SampleSystem => ({
      ...system,
      source: { ...system.source, completeUntil: isoTime(until) },
      files: files.filter((_, at) => placed[at]?.system === system.key),
    }),
  );

  function* everyLine(): Generator<SampleLine> {
    const written = [...placed.map(({ design }) => design), ...design.truth];
    const all = [...files, ...truth];
    for (const [at, file] of all.entries()) {
      const one = written[at];
      if (one !== undefined) for (const line of openingLines(one, around)) yield { file, line };
    }
    for (const life of lives()) {
      const told = placed.map((file) => toldBy(file, life, around));
      for (const [at, file] of files.entries()) {
        const one = told[at];
        if (one !== undefined) for (const line of linesTold(one)) yield { file, line };
      }
      for (const [at, file] of truth.entries()) {
        const one = design.truth[at];
        if (one?.grows === 'with people') for (const line of one.tell(life, told, around)) yield { file, line };
      }
    }
  }
  return { ...options, name: design.name, systems, truth, everyLine };
}

const designs: Readonly<Record<Profile, CompanyDesign>> = { retailer, contracts };

function placedFiles({ systems }: CompanyDesign): readonly PlacedFile[] {
  return systems
    .flatMap(({ key, files }) => files.map((design) => ({ system: key, design })))
    .map((file, place) => ({ ...file, place }));
}
