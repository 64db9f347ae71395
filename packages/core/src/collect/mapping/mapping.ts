import { z } from 'zod';
import { bucketSpans } from '../records/bucket.js';
import { scoreQuestions, scoreSubjects } from '../score.js';
import { fileEncodings } from './file-encoding.js';

/**
 * How the lines of a file become messages: what a mapping file (YAML) says, version 1.
 *
 * A *value* is a constant, a template, or an object with a template in `from` and what to do with it. In a template, `{column}` stands for
 * a cell and `{lookup.column}` for one of a look-up; `{{` is a brace. A template with an empty cell is empty, and what is empty is left out.
 */
const constant = z.union([z.string(), z.number(), z.boolean()]);
const template = z.string().min(1);
const formats = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const columns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const pattern = z.string().min(1).max(200);
const patterns = z.union([pattern, z.array(pattern).min(1)]);

const value = z.union([
  constant,
  z.strictObject({
    from: template.describe('the template the value is made from'),
    as: z.enum(['text', 'number', 'boolean', 'date']).optional(),
    decimal: z
      .enum(['.', ','])
      .optional()
      .describe('decimal mark of numbers; the other mark, blanks and apostrophes may group thousands'),
    times: template
      .optional()
      .describe('the template of a number the value is multiplied by, line by line: a price by its quantity'),
    format: formats.optional().describe('how dates are written, such as dd.MM.yyyy'),
    case: z.enum(['lower', 'upper']).optional(),
    table: z.record(z.string(), constant).optional().describe('replaces what the file says by what is meant'),
    otherwise: constant.optional().describe('what a value means that is not in the table'),
    merge: z
      .enum(['first', 'last', 'sum', 'min', 'max', 'count', 'list', 'distinct'])
      .optional()
      .describe('what several lines of one interaction make of it; the first that is not empty if not said'),
  }),
]);

const condition = z.strictObject({
  value: template,
  is: constant.optional(),
  not: constant.optional(),
  in: z.array(constant).optional(),
  like: patterns
    .optional()
    .describe('a pattern the whole cell fits, or several: * is any text, ? one character, capitals do not matter'),
  unlike: patterns.optional().describe('a pattern the cell does not fit, or several; an empty cell fits none'),
  empty: z.boolean().optional(),
});

const mark = z.union([value, z.strictObject({ any: z.array(condition).min(1) })]);

const score = z.strictObject({
  value,
  from: z.number().describe('the least that could be given'),
  to: z.number().describe('the most that could be given'),
  question: z
    .enum(scoreQuestions)
    .describe('would they recommend the company, how satisfied were they, how easy was it'),
  about: z.enum(scoreSubjects).describe('what they were asked about: the company, or one event'),
});

const time = z.union([
  template,
  z.strictObject({ from: template, format: formats.optional(), zone: z.string().optional() }),
]);

const ruleName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens');
const namespace = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(?::[a-z0-9][a-z0-9_.-]*)?$/, 'write a namespace like email or crm:acme');
const identifiers = z.record(namespace, value);
const fields = z.record(z.string().min(1).max(200), value);

const common = {
  rule: ruleName.describe(
    'the name of the rule; it is part of the key of its messages, so it must not change between imports',
  ),
  when: z
    .array(condition)
    .optional()
    .describe('the lines the rule is for: all conditions hold; every line if not said'),
  key: columns
    .optional()
    .describe('the columns that tell one message from another; if not said, all that the message says'),
};

const interactionRule = z.strictObject({
  ...common,
  make: z.literal('interaction'),
  'group by': columns.optional().describe('lines with the same values here form one interaction'),
  identifiers: identifiers.optional(),
  name: value,
  time,
  precision: value.optional(),
  direction: value.optional(),
  channel: value.optional(),
  touchpoint: value.optional(),
  location: value.optional(),
  about: z.strictObject({ kind: value, id: value }).optional(),
  reason: value.optional(),
  outcome: value.optional(),
  value: value.optional(),
  currency: value.optional(),
  marks: z
    .partialRecord(z.enum(['machine', 'internal', 'test', 'void']), mark)
    .optional()
    .describe('what is left out of every figure: by a value, or where any of some conditions holds'),
  properties: fields.optional(),
  scores: z
    .record(z.string().min(1).max(200), score)
    .optional()
    .describe('answers in figures, by the name of the question; one outside its scale is no score'),
  items: fields.optional().describe('what each line of a group adds to the list `items`'),
});

const traitsRule = z.strictObject({
  ...common,
  make: z.literal('traits'),
  identifiers,
  time: time.optional(),
  traits: fields,
});

const groupRule = z.strictObject({
  ...common,
  make: z.literal('group'),
  identifiers,
  time: time.optional(),
  id: value.describe('the number of the account or household'),
  traits: fields.optional(),
});

const { key: _key, ...withoutKey } = common;

const countRule = z.strictObject({
  ...withoutKey,
  make: z.literal('count'),
  measure: value.describe('what was counted, such as footfall'),
  number: value.describe('how many'),
  time: time.optional().describe('a time within the bucket'),
  per: z.enum(bucketSpans).optional().describe('how long a bucket is; a day if not said'),
  adds: z
    .boolean()
    .optional()
    .describe('false: a level such as the length of a queue, which is averaged and never added'),
  location: value.optional(),
  touchpoint: value.optional(),
});

const happeningRule = z.strictObject({
  ...withoutKey,
  make: z.literal('happening'),
  what: value.describe('what it was, in a few words'),
  time: time.optional().describe('when it began'),
  until: value.optional().describe('when it ended; a day that is named belongs to it'),
  kind: value.optional().describe('outage, price_change, strike, release, campaign or other'),
  id: value.optional().describe('a later line with the same id takes the place of the former'),
  location: value.optional(),
  'known from': value.optional().describe('where the knowledge comes from'),
});

const costRule = z.strictObject({
  ...withoutKey,
  make: z.literal('cost'),
  amount: value.describe('what was spent'),
  currency: value.optional().describe('that of the mapping if not said'),
  time: time.optional().describe('the day it was spent on'),
  channel: value.optional().describe('that of the mapping if not said'),
  campaign: value.optional(),
});

const file = z.strictObject({
  format: z
    .enum(['csv', 'jsonl', 'parquet', 'avro', 'sqlite', 'xlsx'])
    .describe('jsonl: an object on each line, or one JSON document with a list of objects'),
  delimiter: z.string().length(1).optional(),
  quote: z.string().length(1).optional(),
  encoding: z.enum(fileEncodings).optional(),
  sheet: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('name of the sheet of an Excel file, or of the table of a SQLite file; the largest if not said'),
  skip: z.int().min(0).max(1000).optional().describe('lines of a CSV file above its header'),
  header: z
    .union([z.literal(true), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe('the names of the columns, if the first line of a CSV file does not hold them'),
});

const lookup = z.strictObject({
  file: z
    .string()
    .min(1)
    .describe('path of the file, looked for beside the imported file and then beside the mapping file'),
  format: z.enum(['csv', 'jsonl']).optional(),
  delimiter: z.string().length(1).optional(),
  key: z.string().min(1).describe('the column of that file that is looked up'),
  match: template.describe('what is looked for, such as {campaign_id}'),
  required: z
    .boolean()
    .optional()
    .describe('false: a line without partner is taken with empty cells; else it is set aside'),
});

export const mappingSchema = z.strictObject({
  version: z.literal(1),
  source: z.string().min(1).max(200).describe('the name of the source the file comes from'),
  file,
  zone: z.string().describe('IANA name of the zone of times that name none, such as Europe/Berlin'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('country of phone numbers without one, for a source that is new'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('currency of amounts without one'),
  channel: z.string().optional().describe('channel of interactions that name none'),
  dates: formats.optional().describe('how dates are written where nothing else is said; ISO 8601 if not said'),
  empty: z.array(z.string()).optional().describe('texts that stand for an empty cell, such as NA'),
  'as of': z.string().optional().describe('the time of what has none of its own'),
  'complete until': z.string().optional().describe('the file holds everything up to this time'),
  lookups: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), lookup).optional(),
  rows: z
    .array(z.discriminatedUnion('make', [interactionRule, traitsRule, groupRule, countRule, happeningRule, costRule]))
    .min(1),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type MappingRule = Mapping['rows'][number];
/** A rule for what is about the company: it names nobody. */
export type RecordRule = Extract<MappingRule, { make: 'count' | 'happening' | 'cost' }>;
/** A rule for what is about customers. */
export type CustomerRule = Exclude<MappingRule, RecordRule>;

export function isRecordRule(rule: MappingRule): rule is RecordRule {
  return rule.make === 'count' || rule.make === 'happening' || rule.make === 'cost';
}
export type MappingValue = z.infer<typeof value>;
export type MappingCondition = z.infer<typeof condition>;
export type MappingMark = z.infer<typeof mark>;
export type MappingScore = z.infer<typeof score>;
export type MappingTime = z.infer<typeof time>;
export type MappingLookup = z.infer<typeof lookup>;

/** Look-up files are held in memory; larger ones belong into the file itself. */
export const mostLookupRows = 200_000;
