import type { z } from 'zod';
import { ThroughlineError } from '../../errors/throughline-error.js';
import { channelName } from '../channel.js';
import { parseTime } from '../parse-time.js';
import { isZone } from '../zone-offset.js';
import { isRecordRule, type Mapping, type MappingRule, mappingSchema } from './mapping.js';

/** One thing wrong with a mapping file; `path` is written as a person would: `rows[2].value.merge`. */
export interface MappingProblem {
  readonly path: string;
  readonly message: string;
}

/** Reads a mapping document (parsed YAML or JSON). Throws `mapping.invalid` with all its problems in `details.problems`. */
export function parseMapping(document: unknown): Mapping {
  if (namesPrototype(document))
    throw new ThroughlineError('mapping.invalid', 'the name __proto__ cannot be used: choose another one');
  const parsed = mappingSchema.safeParse(document);
  const problems = parsed.success ? problemsOf(parsed.data) : parsed.error.issues.flatMap(problemsOfIssue);
  if (parsed.success && problems.length === 0) return parsed.data;
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new ThroughlineError('mapping.invalid', `${first?.path}: ${first?.message}${more}`, { details: { problems } });
}

function problemsOfIssue(issue: z.core.$ZodIssue): readonly MappingProblem[] {
  return [{ path: pathText(issue.path), message: issue.message }];
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? 'the mapping' : text.replace(/^\./, '');
}

function problemsOf(mapping: Mapping): readonly MappingProblem[] {
  const problems: MappingProblem[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  if (!isZone(mapping.zone)) add('zone', `${mapping.zone} is no time zone: use a name like Europe/Berlin or UTC`);
  if (mapping.channel !== undefined && channelName(mapping.channel) === undefined)
    add('channel', 'use letters, digits and _');
  for (const name of ['as of', 'complete until'] as const) {
    const written = mapping[name];
    if (written !== undefined && parseTime(written, 'UTC') === undefined)
      add(name, 'write a time like 2026-05-01T10:00:00Z or a day');
  }
  const names = new Set<string>();
  mapping.rows.forEach((rule, at) => {
    if (names.has(rule.rule)) add(`rows[${at}].rule`, `there are two rules called ${rule.rule}`);
    names.add(rule.rule);
    for (const message of ruleProblems(rule)) add(`rows[${at}]`, message);
    const zone = typeof rule.time === 'object' ? rule.time.zone : undefined;
    if (zone !== undefined && !isZone(zone)) add(`rows[${at}].time.zone`, `${zone} is no time zone`);
  });
  return problems;
}

function ruleProblems(rule: MappingRule): readonly string[] {
  const isGrouped = rule.make === 'interaction' && rule['group by'] !== undefined;
  const problems: string[] = [];
  if (!isGrouped && holdsMerge(rule))
    problems.push('merge needs "group by": without it every line is a message of its own');
  if (!isGrouped && rule.make === 'interaction' && rule.items !== undefined) problems.push('items need "group by"');
  if (rule.make === 'interaction' && rule.items !== undefined && holdsMerge(rule.items)) {
    problems.push('items are listed line by line, so they cannot be merged');
  }
  if (rule.make !== 'interaction' && !isRecordRule(rule) && Object.keys(rule.identifiers).length === 0)
    problems.push('identifiers are needed');
  return problems;
}

function holdsMerge(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) => (name === 'merge' && typeof inner === 'string' && 'from' in value) || holdsMerge(inner),
  );
}

/** The schema would leave such a field out without a word. */
function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}
