import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sourceQuality } from '../../api/source-quality.js';
import { sources } from '../../api/sources.js';
import type { Formats } from '../../format/formats.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Empty } from '../../parts/empty.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { word } from '../../words/word.js';
import { AddSourceDialog } from './add-source-dialog.js';
import { DataTabs } from './data-tabs.js';
import { SourceItem } from './source-item.js';
import styles from './sources.module.css';
import { type SourcesFinding, sourcesFinding } from './sources-finding.js';

/** The systems that send data: which deliver, which are silent, and how to connect another. */
export function SourcesPage() {
  const { slug, isAdmin, formats } = useWorkspace();
  const [adding, setAdding] = useState(false);
  const query = useQuery(sources(slug));
  const quality = useQuery(sourceQuality(slug));
  const items = query.data?.items;
  return (
    <Page
      title={word('data.tabs')}
      tabs={<DataTabs />}
      acts={
        isAdmin ? (
          <>
            <ButtonLink to="/w/$workspace/data/connect" params={{ workspace: slug }}>
              {word('connect.title')}
            </ButtonLink>
            <ButtonLink to="/w/$workspace/data/webhook" params={{ workspace: slug }}>
              {word('webhook.add')}
            </ButtonLink>
            <Button look="main" onPress={() => setAdding(true)}>
              {word('sources.add')}
            </Button>
          </>
        ) : undefined
      }
      opening={items && findingSentence(sourcesFinding(items, query.dataUpdatedAt, quality.data?.items), formats)}
    >
      {query.isError && items === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {items?.length === 0 ? <Empty text={word('sources.empty.text')} /> : null}
      {items === undefined || items.length === 0 ? null : (
        <ul className={styles.sources} aria-label={word('sources.list')}>
          {items.map((source) => (
            <SourceItem key={source.id} source={source} qualities={quality.data} />
          ))}
        </ul>
      )}
      {adding ? <AddSourceDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function findingSentence(finding: SourcesFinding, formats: Formats): string {
  switch (finding.kind) {
    case 'none':
      return word('sources.finding.none');
    case 'nothing-yet':
      return word('sources.finding.nothingYet', { count: finding.count });
    case 'silent':
      return word('sources.finding.silent', {
        source: finding.source,
        hours: finding.hours,
        days: Math.floor(finding.hours / 24),
        others: finding.others,
      });
    case 'delivering':
      return word('sources.finding.delivering', {
        all: finding.delivering === finding.count ? 'yes' : 'no',
        delivering: finding.delivering,
        count: finding.count,
        complete: finding.complete === null ? 'no' : 'yes',
        source: finding.complete?.source ?? '',
        until: finding.complete === null ? '' : formats.day(finding.complete.until),
      });
  }
}
