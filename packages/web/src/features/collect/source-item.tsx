import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SourceQualities } from '../../api/source-quality.js';
import type { Source } from '../../api/sources.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { word } from '../../words/word.js';
import { EditSourceDialog } from './edit-source-dialog.js';
import { RotateKeyDialog } from './rotate-key-dialog.js';
import { sourceQualityFacts } from './source-quality-facts.js';
import styles from './sources.module.css';
import { useChannelLabel } from './use-channel-label.js';
import { Volume } from './volume.js';

interface Props {
  readonly source: Source;
  /** undefined: not known yet, or not to be had. */
  readonly qualities: SourceQualities | undefined;
}

/** One source: who owns it, when it was last heard, how much and how well it tells, how far it is complete. */
export function SourceItem({ source, qualities }: Props) {
  const { slug, isAdmin, formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const [dialog, setDialog] = useState<'edit' | 'rotate' | null>(null);
  const close = () => setDialog(null);
  const isFedByFiles = source.keys.length === 0;
  const facts = [
    [
      word('sources.lastSeen'),
      source.lastReceivedAt === null ? word('sources.lastSeen.never') : formats.moment(source.lastReceivedAt),
    ],
    [word('sources.today'), word('sources.counts', { ...source.today })],
    [word('sources.total'), word('sources.counts', { ...source.total })],
    [
      word('sources.completeUntil'),
      source.completeUntil === null ? word('sources.completeUntil.none') : formats.day(source.completeUntil),
    ],
    [word('sources.team'), source.team ?? word('sources.team.none')],
    [word('sources.keys'), source.keys.map((key) => keyText(key, formats.day)).join(', ') || word('sources.keys.none')],
    ...(qualities === undefined
      ? []
      : sourceQualityFacts(
          source,
          qualities.items.find((one) => one.source === source.id),
          qualities.days,
          formats.percent,
        )),
  ] as const;
  return (
    <li className={styles.source} data-archived={source.archived}>
      <div className={styles.head}>
        <h2>{source.name}</h2>
        <p className={styles.channel}>
          {channelLabel(source.channel)}
          {source.archived ? ` · ${word('sources.archived')}` : null}
        </p>
        {isAdmin ? (
          <div className={styles.acts}>
            <Button
              look="quiet"
              aria-label={word('sources.edit.aria', { source: source.name })}
              onPress={() => setDialog('edit')}
            >
              {word('sources.edit')}
            </Button>
            {isFedByFiles ? null : (
              <Button
                look="quiet"
                aria-label={word('sources.rotate.aria', { source: source.name })}
                onPress={() => setDialog('rotate')}
              >
                {word('sources.rotate')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Volume source={source} />
      {source.webhook ? (
        <p>
          <Link
            to="/w/$workspace/data/webhook"
            params={{ workspace: slug }}
            search={{ source: source.id }}
            aria-label={word('webhook.see.aria', { source: source.name })}
          >
            {word('webhook.see')}
          </Link>
        </p>
      ) : null}
      {dialog === 'edit' ? <EditSourceDialog source={source} onClose={close} /> : null}
      {dialog === 'rotate' ? <RotateKeyDialog source={source} onClose={close} /> : null}
    </li>
  );
}

function keyText({ hint, kind, createdAt }: Source['keys'][number], day: (at: string) => string): string {
  return word('sources.key.since', { hint, kind: word(`sources.key.${kind}`), at: day(createdAt) });
}
