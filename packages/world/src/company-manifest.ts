import type { SampleCompany } from './sample-company.js';
import type { SampleColumn, SampleFile } from './sample-file.js';
import type { SampleSystem } from './sample-system.js';

/** What lies in a written company's folder, for programs: `manifest.json`. */
export interface CompanyManifest {
  readonly name: string;
  readonly profile: string;
  readonly customers: number;
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly until: string;
  readonly systems: readonly ManifestSystem[];
  readonly truth: readonly ManifestFile[];
}

export interface ManifestSystem extends Pick<SampleSystem, 'key' | 'kind' | 'about' | 'source'> {
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  readonly name: string;
  readonly about: string;
  readonly format: SampleFile['format'];
  readonly columns: readonly SampleColumn[];
  /** Path of its mapping, if it is imported by one. */
  readonly mapping?: string;
}

export function companyManifest(company: SampleCompany): CompanyManifest {
  const { name, profile, customers, seed, until, systems, truth } = company;
  return {
    name,
    profile,
    customers,
    seed,
    until: new Date(until).toISOString(),
    systems: systems.map(({ key, kind, about, source, files }) => ({
      key,
      kind,
      about,
      source,
      files: files.map(manifestFile),
    })),
    truth: truth.map(manifestFile),
  };
}

/** Where the mapping of a file is written: beside it. */
export function mappingPath(file: Pick<SampleFile, 'name'>): string {
  return file.name.replace(/\.\w+$/, '.mapping.yaml');
}

function manifestFile({ name, about, format, columns, mapping }: SampleFile): ManifestFile {
  return { name, about, format, columns, ...(mapping === undefined ? {} : { mapping: mappingPath({ name }) }) };
}
