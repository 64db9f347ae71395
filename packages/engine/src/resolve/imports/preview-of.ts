import { channelName } from '@throughline/core/collect/channel';
import type { Answers } from '@throughline/core/collect/proposal/answers';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { joinRules } from '@throughline/core/resolve/join-rules';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { importMapping } from '../../collect/import/import-mapping.js';
import type { SampledFile } from '../../collect/import/recognise/sampled-file.js';
import { mappingText, type ProposalInputs } from '../../collect/import/staged/proposal-inputs.js';
import { sampleMessages } from '../../collect/import/staged/sample-messages.js';
import { type PreviewedInteraction, type PreviewedPerson, previewPersons } from './preview-persons.js';

export interface PreviewedImport {
  readonly inputs: ProposalInputs;
  readonly answers: Answers | undefined;
  /** YAML; in place of answers. */
  readonly mapping: string | undefined;
  readonly ruleSet: RuleSet;
  readonly nowMs: number;
}

export type Preview = ReturnType<typeof previewOf>;

const shown = 20;
const interactionsShown = 5;

/** What an import would make of the sampled lines. Errors: `mapping.…`, `import.file-empty`. */
export function previewOf(sampled: SampledFile, { inputs, answers, mapping, ruleSet, nowMs }: PreviewedImport) {
  const yaml = mappingText(sampled, inputs, { answers, mapping });
  const { zone, country, currency } = inputs.context;
  const made = sampleMessages(sampled, yaml, zone, nowMs);
  const channel = inputs.source?.channel ?? channelName(importMapping(yaml).channel ?? '') ?? 'store';
  const source = { zone, country, currency, channel, keyKind: 'server' as const };
  const previewed = previewPersons(made.messages, source, joinRules(ruleSet));
  const { persons, interactions, withoutPerson, marked, setAside } = previewed;
  const aside = [...made.setAside, ...setAside];
  if (made.lines === 0) throw new ThroughlineError('import.file-empty', 'the file has no line below its header');
  return {
    counts: {
      lines: made.lines,
      interactions,
      persons: persons.length,
      recognised: persons.filter(({ isRecognised }) => isRecognised).length,
      withoutPerson,
      setAside: aside.length,
      passedOver: made.passedOver,
    },
    marked,
    isWhole: made.isWhole,
    persons: persons.slice(0, shown).map(describePerson),
    setAside: aside.slice(0, shown),
  };
}

function describePerson({ name, isRecognised, identifiers, traits, interactions }: PreviewedPerson) {
  return {
    name,
    recognised: isRecognised,
    identifiers: [...identifiers],
    traits,
    count: interactions.length,
    interactions: interactions.slice(0, interactionsShown).map(describeInteraction),
  };
}

function describeInteraction({ line, atMs, interaction }: PreviewedInteraction) {
  const { touchpoint, about, reason, outcome, location, value, currency, properties, ...rest } = interaction;
  return {
    ...rest,
    at: new Date(atMs).toISOString(),
    touchpoint: touchpoint ?? null,
    about: about ?? null,
    reason: reason ?? null,
    outcome: outcome ?? null,
    location: location ?? null,
    value: value ?? null,
    currency: currency ?? null,
    properties,
    line,
  };
}
