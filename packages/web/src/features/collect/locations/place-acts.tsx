import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Location, locationActs, locations } from '../../../api/locations.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { LocationDialog } from './location-dialog.js';
import styles from './locations.module.css';

interface Props {
  readonly place: Location;
  readonly places: readonly Location[];
}

/** What an admin can do with a place. One that others hang below is not removed. */
export function PlaceActs({ place, places }: Props) {
  const { slug, isAdmin } = useWorkspace();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'add' | 'change' | 'remove' | null>(null);
  const close = () => setDialog(null);
  const { id, name } = place;
  if (!isAdmin) return null;
  const isEnd = !places.some(({ parent }) => parent === id);
  return (
    <div className={styles.acts}>
      <Button look="quiet" aria-label={word('locations.change.aria', { name })} onPress={() => setDialog('change')}>
        {word('locations.change')}
      </Button>
      <Button look="quiet" aria-label={word('locations.add.below.aria', { name })} onPress={() => setDialog('add')}>
        {word('locations.add.below')}
      </Button>
      {isEnd ? (
        <Button look="quiet" aria-label={word('locations.remove.aria', { name })} onPress={() => setDialog('remove')}>
          {word('locations.remove')}
        </Button>
      ) : null}
      {dialog === 'change' ? <LocationDialog place={place} below={null} places={places} onClose={close} /> : null}
      {dialog === 'add' ? <LocationDialog place={null} below={id} places={places} onClose={close} /> : null}
      {dialog === 'remove' ? (
        <Confirm
          title={word('locations.remove.title', { name })}
          confirm={word('locations.remove')}
          onClose={close}
          action={async () => {
            await locationActs.remove(slug, id);
            await queryClient.invalidateQueries({ queryKey: locations(slug).queryKey });
            notices.say(word('locations.removed', { name }));
          }}
        >
          <p>{word('locations.remove.text')}</p>
        </Confirm>
      ) : null}
    </div>
  );
}
