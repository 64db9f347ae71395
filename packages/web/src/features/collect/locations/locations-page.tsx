import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LocationUse, locations, locationUse } from '../../../api/locations.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { branches } from './branches.js';
import { LocationDialog } from './location-dialog.js';
import styles from './locations.module.css';
import { NotPlaced } from './not-placed.js';
import { PlaceList } from './place-list.js';

/** Where things take place: what is not placed yet is said first, then the tree with what happened at each place. */
export function LocationsPage() {
  const { slug, isAdmin, formats } = useWorkspace();
  const [adding, setAdding] = useState(false);
  const query = useQuery(locations(slug));
  const use = useQuery(locationUse(slug));
  const items = query.data?.items;
  return (
    <Page
      title={word('data.tabs')}
      tabs={<DataTabs />}
      acts={
        isAdmin ? (
          <Button look="main" onPress={() => setAdding(true)}>
            {word('locations.add')}
          </Button>
        ) : undefined
      }
      opening={items && use.data && finding(items.length, use.data, formats.number)}
    >
      {query.isError && items === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {use.isError && use.data === undefined ? <Problem error={use.error} onRetry={() => void use.refetch()} /> : null}
      {query.isPending || use.isPending ? <Loading /> : null}
      {use.data === undefined || items === undefined || use.data.notPlaced.length === 0 ? null : (
        <NotPlaced codes={use.data.notPlaced} places={items} />
      )}
      {items?.length === 0 ? <Empty text={word('locations.empty')} /> : null}
      {items === undefined || items.length === 0 ? null : (
        <section aria-labelledby="places">
          <h2 id="places" className={styles.heading}>
            {word('locations.tree')}
          </h2>
          <PlaceList branches={branches(items)} items={items} use={use.data} />
        </section>
      )}
      {use.data === undefined || use.data.unnamed === 0 ? null : (
        <p className={styles.meta}>{word('locations.unnamed', { count: use.data.unnamed })}</p>
      )}
      {adding ? (
        <LocationDialog place={null} below={null} places={items ?? []} onClose={() => setAdding(false)} />
      ) : null}
    </Page>
  );
}

function finding(places: number, { places: sums, notPlaced }: LocationUse, number: (value: number) => string): string {
  if (notPlaced.length > 0) {
    const interactions = notPlaced.reduce((sum, one) => sum + one.interactions, 0);
    return word('locations.finding.notPlaced', { codes: notPlaced.length, interactions });
  }
  if (places === 0) return word('locations.finding.none');
  const placed = sums.reduce((sum, { here }) => sum + here.interactions, 0);
  return word('locations.finding.all', { placed: number(placed), places });
}
