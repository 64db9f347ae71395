import { useQuery, useQueryClient } from '@tanstack/react-query';
import { arrivalActs, arrivals, type NotUnderstood } from '../../../api/arrivals.js';
import { channels } from '../../../api/sources.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { notices } from '../../../parts/notices.js';
import { SelectField } from '../../../parts/select-field.js';
import { Sheet } from '../../../parts/sheet.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../use-channel-label.js';

interface Props {
  readonly odd: NotUnderstood;
  readonly onClose: () => void;
}

/** Says which channel something is that campaigns say. */
export function ChannelRuleDialog({ odd: { field, value }, onClose }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const channelLabel = useChannelLabel();
  const { data } = useQuery(channels(slug));
  const known = (data?.items ?? []).map(({ name, label }) => ({ value: name, label }));
  return (
    <Sheet title={word('arrivals.rule.title', { value })} onClose={onClose}>
      <ActionForm
        submit={word('app.save')}
        onCancel={onClose}
        action={async (values) => {
          const channel = formText(values, 'channel');
          await arrivalActs.rule(slug, { field, value, channel });
          await queryClient.invalidateQueries({ queryKey: arrivals(slug).queryKey });
          onClose();
          notices.say(word('arrivals.ruled', { value, channel: channelLabel(channel) }));
        }}
      >
        <p>{word('arrivals.rule.text')}</p>
        <SelectField
          key={known.length}
          label={word('arrivals.rule.channel')}
          name="channel"
          choices={known}
          initial="partner"
        />
      </ActionForm>
    </Sheet>
  );
}
