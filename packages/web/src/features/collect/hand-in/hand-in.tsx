import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { stagedFiles } from '../../../api/files/files.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { word } from '../../../words/word.js';
import styles from './hand-in.module.css';
import { UploadList } from './upload-list.js';
import { uploads } from './uploads.js';
import { useFileDrop } from './use-file-drop.js';

interface Props {
  /** The import whose place the file is to take. */
  readonly replaces?: string | undefined;
}

/** Takes files, dropped or chosen. A single one is gone through at once if nobody went elsewhere meanwhile; of several each waits among the imports. */
export function HandIn({ replaces }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const send = async (file: File) => {
    const staged = await uploads.start(slug, file);
    await queryClient.invalidateQueries({ queryKey: stagedFiles(slug).queryKey, exact: true });
    return staged;
  };
  const take = async (files: readonly File[]) => {
    const params = { workspace: slug };
    const sent = files.map(send);
    const [only] = sent;
    if (sent.length > 1) return navigate({ to: '/w/$workspace/data/imports', params });
    const staged = await only;
    if (staged == null || !isHere.current) return;
    const search = { file: staged.id, ...(replaces === undefined ? {} : { replace: replaces }) };
    await navigate({ to: '/w/$workspace/data/imports/guide', params, search });
  };
  const isOver = useFileDrop((files) => void take(files));
  const isOne = replaces !== undefined;
  return (
    <div className={styles.handIn}>
      <div className={styles.area} data-over={isOver}>
        <p>{word(isOver ? 'handIn.over' : isOne ? 'handIn.dropOne' : 'handIn.drop')}</p>
        <FileTrigger allowsMultiple={!isOne} onSelect={(files) => void take([...(files ?? [])])}>
          <Button look="main">{word(isOne ? 'handIn.chooseOne' : 'handIn.choose')}</Button>
        </FileTrigger>
        <p className={styles.hint}>{word('handIn.formats')}</p>
      </div>
      <UploadList />
    </div>
  );
}
