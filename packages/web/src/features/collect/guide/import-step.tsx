import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import { useEffect, useEffectEvent, useState } from 'react';
import { fileActs, stagedFiles } from '../../../api/files/files.js';
import type { StagedFile } from '../../../api/files/staged-file.js';
import { channels, type Source, sources } from '../../../api/sources.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { type Draft, withAnswer } from './draft.js';
import { FormSelect } from './form-select.js';
import styles from './guide.module.css';
import { forgetDraft } from './use-draft.js';

interface Props {
  readonly file: StagedFile;
  readonly proposal: Proposal;
  readonly draft: Draft;
  /** The source there is that it comes from; undefined: a new one. */
  readonly source: Source | undefined;
  /** The import whose place it takes. */
  readonly replaces: string | undefined;
  /** False while an answer is being worked in. */
  readonly isSettled: boolean;
  readonly onChange: (next: Draft) => void;
}

/** Which system the file comes from, and the one act. What is still open has to be answered first. */
export function ImportStep({ file, proposal, draft, source, replaces, isSettled, onChange }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const chosen = (topic: string) =>
    proposal.questions.find((question) => question.topic === topic)?.chosen ?? undefined;
  const [name, setName] = useState(chosen('source-name') ?? '');
  const asksChannel = proposal.questions.some(({ topic }) => topic === 'channel');
  const channel = chosen('channel') ?? draft.channel ?? proposal.mapping.channel ?? 'web';
  const act = useMutation({
    mutationFn: async () => {
      const { answers } = source === undefined ? withAnswer(draft, 'source-name', name) : draft;
      if (replaces !== undefined) return (await fileActs.replace(slug, replaces, { file: file.id, answers })).import;
      const zone = chosen('zone');
      return fileActs.import(slug, file.id, {
        answers,
        source:
          source === undefined
            ? { new: { name, channel, ...(zone === undefined ? {} : { zone }) } }
            : { id: source.id },
        again: file.sameAs.length > 0,
      });
    },
    onSuccess: async (run) => {
      forgetDraft(file.id);
      await navigate({ to: '/w/$workspace/data/imports/$import', params: { workspace: slug, import: run.id } });
      queryClient.removeQueries({ queryKey: [...stagedFiles(slug).queryKey, file.id] });
      await queryClient.invalidateQueries({ queryKey: ['w', slug] });
    },
  });
  const open = proposal.questions.filter((question) => question.chosen === null);
  const [isWanted, setWanted] = useState(false);
  const proceed = useEffectEvent(() => {
    setWanted(false);
    if (open.length === 0) act.mutate();
    else focusOpenQuestion();
  });
  // An answer may still be worked in, that of the field left for this button for one.
  useEffect(() => {
    if (isWanted && isSettled) proceed();
  }, [isWanted, isSettled]);
  const lines = { lines: file.rowCount.estimate, exact: file.rowCount.isExact ? 'yes' : 'no' };
  return (
    <section id="take-in" tabIndex={-1} aria-labelledby="guide-import" className={styles.step}>
      <h2 id="guide-import">{word(replaces === undefined ? 'guide.import' : 'guide.replace')}</h2>
      {replaces === undefined ? (
        <WhereFrom
          source={source}
          name={name}
          onName={setName}
          onNamed={() => {
            if (name.trim() !== '' && name !== chosen('source-name')) onChange(withAnswer(draft, 'source-name', name));
          }}
          onSource={(next) => onChange({ ...draft, source: next })}
          channel={asksChannel ? null : channel}
          onChannel={(next) => onChange({ ...draft, channel: next })}
        />
      ) : (
        <p>{word('guide.replace.text')}</p>
      )}
      {open.length === 0 ? null : <p>{word('guide.import.open', { count: open.length })} </p>}
      {act.error === null ? null : <InlineProblem error={act.error} />}
      <div>
        <Button
          look="main"
          isDisabled={source === undefined && name.trim() === ''}
          isPending={act.isPending || isWanted}
          onPress={() => setWanted(true)}
        >
          {word(replaces === undefined ? 'guide.import.act' : 'guide.replace.act', lines)}
        </Button>
      </div>
    </section>
  );
}

/** An act that waits for answers leads to the first of them. */
function focusOpenQuestion(): void {
  document.querySelector<HTMLElement>('[data-open="true"] :is(input, select)')?.focus();
}

interface WhereFromProps {
  readonly source: Source | undefined;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onNamed: () => void;
  readonly onSource: (source: string) => void;
  /** Null: it is asked elsewhere. */
  readonly channel: string | null;
  readonly onChannel: (channel: string) => void;
}

function WhereFrom({ source, name, onName, onNamed, onSource, channel, onChannel }: WhereFromProps) {
  const { slug } = useWorkspace();
  const { data: known } = useQuery(sources(slug));
  const { data: named } = useQuery(channels(slug));
  const present = known?.items.filter(({ archived }) => !archived) ?? [];
  return (
    <>
      {present.length === 0 ? null : (
        <FormSelect
          label={word('guide.source')}
          value={source?.id ?? 'new'}
          choices={[
            { value: 'new', label: word('guide.source.new') },
            ...present.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={onSource}
        />
      )}
      {source === undefined ? (
        <>
          <TextField
            label={word('guide.source.name')}
            hint={word('sources.field.nameHint')}
            value={name}
            onChange={onName}
            onBlur={onNamed}
            autoComplete="off"
            maxLength={100}
            isRequired
          />
          {channel === null ? null : (
            <FormSelect
              label={word('guide.source.channel')}
              value={channel}
              choices={(named?.items ?? []).map((one) => ({ value: one.name, label: one.label }))}
              onChange={onChannel}
            />
          )}
        </>
      ) : null}
    </>
  );
}
