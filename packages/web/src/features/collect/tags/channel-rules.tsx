import { useQueryClient } from '@tanstack/react-query';
import { arrivalActs, arrivals, type ChannelRule } from '../../../api/arrivals.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../use-channel-label.js';
import styles from './tags.module.css';

/** The rules a workspace made, each to be removed: then what it placed is as if it had never been. */
export function ChannelRules({ rules }: { readonly rules: readonly ChannelRule[] }) {
  const { slug, isAdmin } = useWorkspace();
  const channelLabel = useChannelLabel();
  const queryClient = useQueryClient();
  const remove = async (id: string) => {
    try {
      await arrivalActs.removeRule(slug, id);
      await queryClient.invalidateQueries({ queryKey: arrivals(slug).queryKey });
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <details className={styles.rules}>
      <summary>{word('arrivals.rules')}</summary>
      <ul>
        {rules.map(({ id, field, value, channel }) => (
          <li key={id}>
            <code>{`${field === 'referrer' ? 'referrer' : `utm_${field}`}: ${value}`}</code> {channelLabel(channel)}
            {isAdmin ? (
              <Button
                look="quiet"
                aria-label={word('arrivals.rule.remove.aria', { value })}
                onPress={() => void remove(id)}
              >
                {word('arrivals.rule.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
