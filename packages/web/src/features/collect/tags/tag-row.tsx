import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Tag, type TagUse, tagActs, tagImage, tags } from '../../../api/tags.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../use-channel-label.js';
import { saveText } from './save-text.js';
import { TagDialog } from './tag-dialog.js';
import styles from './tags.module.css';

interface Props {
  readonly tag: Tag;
  readonly use: TagUse | undefined;
}

/** One tag: what it is for, what is printed, how often it was used, and its files. */
export function TagRow({ tag, use }: Props) {
  const { slug, isAdmin, formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const queryClient = useQueryClient();
  const [changing, setChanging] = useState(false);
  const { id, name, kind, url, target } = tag;
  const readAgain = () => queryClient.invalidateQueries({ queryKey: tags(slug).queryKey });
  const trying = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
  };
  const archive = async () => {
    await tagActs.change(slug, id, { archived: true });
    await readAgain();
    const undo = () => void trying(() => tagActs.change(slug, id, { archived: false }).then(readAgain));
    notices.say(word('tags.archived', { name }), [{ label: word('app.undo'), run: undo }]);
  };
  const saveCodes = async () => {
    const { codes } = await tagActs.vouchers(slug, id);
    saveText(`${codes.join('\r\n')}\r\n`, `${name}.csv`);
  };
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.meta}>{word(`tags.kind.${kind}`)}</span>
      </th>
      <td>
        {tag.campaign}
        <span className={styles.meta}>
          {[tag.touchpoint, channelLabel(tag.channel)].filter((text) => text !== '').join(', ')}
        </span>
      </td>
      <td className={styles.printed}>
        {url ?? tag.number ?? word('tags.codes', { count: tag.vouchers })}
        {target === null ? null : <span className={styles.meta}>{word('tags.leads', { target })}</span>}
      </td>
      <td data-number>
        {formats.number(use?.uses ?? 0)}
        {use === undefined ? null : (
          <span className={styles.meta}>{word('tags.last', { at: formats.day(use.lastAt) })}</span>
        )}
      </td>
      <td>
        <div className={styles.acts}>
          {url === null ? null : (
            <>
              <a href={tagImage(slug, id, 'svg')} download aria-label={word('tags.download.svg.aria', { name })}>
                {word('tags.download.svg')}
              </a>
              <a href={tagImage(slug, id, 'png')} download aria-label={word('tags.download.png.aria', { name })}>
                {word('tags.download.png')}
              </a>
            </>
          )}
          {isAdmin && kind === 'vouchers' ? (
            <Button
              look="quiet"
              aria-label={word('tags.download.codes.aria', { name })}
              onPress={() => void trying(saveCodes)}
            >
              {word('tags.download.codes')}
            </Button>
          ) : null}
          {isAdmin ? (
            <>
              <Button look="quiet" aria-label={word('tags.change.aria', { name })} onPress={() => setChanging(true)}>
                {word('tags.change')}
              </Button>
              <Button
                look="quiet"
                aria-label={word('tags.archive.aria', { name })}
                onPress={() => void trying(archive)}
              >
                {word('tags.archive')}
              </Button>
            </>
          ) : null}
        </div>
        {changing ? <TagDialog tag={tag} onClose={() => setChanging(false)} /> : null}
      </td>
    </tr>
  );
}
