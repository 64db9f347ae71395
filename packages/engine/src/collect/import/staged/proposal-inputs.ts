import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import type { Answers } from '@throughline/core/collect/proposal/answers';
import { meanings } from '@throughline/core/collect/proposal/meaning';
import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import type { ProposalContext } from '@throughline/core/collect/proposal/proposal-context';
import { proposeMapping } from '@throughline/core/collect/proposal/propose-mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { stringify } from 'yaml';
import { z } from 'zod';
import { listMembers } from '../../../govern/users/member.sql.js';
import { listSources, type SourceRow } from '../../sources/source.sql.js';
import { importMapping } from '../import-mapping.js';
import type { SampledFile } from '../recognise/sampled-file.js';
import { companyDomains } from './company-domains.js';
import { workspaceFacts } from './staged-file.sql.js';

const answer = z.strictObject({ meaning: z.enum(meanings).optional(), isChosen: z.boolean().optional() });

export const answersSchema = z.strictObject({
  columns: z.record(z.string().max(1_000), answer).optional(),
  questions: z.record(z.string().max(1_200), z.string().max(1_000)).optional(),
});

export interface ProposalInputs {
  readonly context: ProposalContext;
  /** The source that was named, if one was. */
  readonly source: SourceRow | undefined;
}

/** What a proposal is made from besides the file. Of a named source its own zone, country and currency hold. Errors: `request.not-found`. */
export async function proposalInputs(
  client: ClientBase,
  workspace: number,
  sourceId: string | undefined,
  nowMs: number,
): Promise<ProposalInputs> {
  const facts = await workspaceFacts(client, workspace);
  const sources = await listSources(client, workspace);
  const source = sources.find(({ id }) => id === sourceId);
  if (sourceId !== undefined && source === undefined)
    throw new ThroughlineError('request.not-found', 'there is no source with this id');
  const { zone, country, currency } = source ?? facts;
  const names = sources.filter(({ archivedAt }) => archivedAt === null).map(({ name }) => name);
  const ownDomains = companyDomains((await listMembers(client, workspace)).map(({ email }) => email));
  const today = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(nowMs);
  const { language } = facts;
  return { source, context: { zone, country, currency, language, sources: names, ownDomains, today } };
}

/** A proposal whose mapping reads the file as it is written, under the named source. */
export function proposalFor(
  { sample, form }: SampledFile,
  { context, source }: ProposalInputs,
  answers: Answers,
): Proposal {
  const proposal = proposeMapping(sample, context, answers);
  const mapping = {
    ...proposal.mapping,
    ...(source === undefined ? {} : { source: source.name }),
    file: fileOf(sample, form),
  };
  return { ...proposal, mapping };
}

/** The mapping a request means: the one it sends, else what its answers come to. Errors: `mapping.invalid`. */
export function mappingText(
  sampled: SampledFile,
  inputs: ProposalInputs,
  given: { readonly answers?: Answers | undefined; readonly mapping?: string | undefined },
): string {
  if (given.mapping === undefined) return mappingYaml(proposalFor(sampled, inputs, given.answers ?? {}).mapping);
  importMapping(given.mapping);
  return given.mapping;
}

/** As a person would write it. */
export function mappingYaml(mapping: Mapping): string {
  return stringify(mapping, { lineWidth: 120, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' });
}

function fileOf(sample: SampledFile['sample'], form: SampledFile['form']): Mapping['file'] {
  const { format, columns } = sample;
  const header = form.hasHeader ? {} : { header: [...columns] };
  const encoding = form.encoding === 'utf-8' ? {} : { encoding: form.encoding };
  switch (format) {
    case 'csv':
      return {
        format,
        ...(form.delimiter === null ? {} : { delimiter: form.delimiter }),
        ...(form.quote === null || form.quote === '"' ? {} : { quote: form.quote }),
        ...encoding,
        ...(form.skip === 0 ? {} : { skip: form.skip }),
        ...header,
      };
    case 'jsonl':
      return { format, ...encoding };
    case 'parquet':
    case 'avro':
      return { format };
    case 'sqlite':
      return { format, ...(form.sheet === null ? {} : { sheet: form.sheet }) };
    case 'xlsx':
      return { format, ...(form.sheet === null ? {} : { sheet: form.sheet }), ...header };
  }
}
