import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sendTestEvent } from '../../../api/send-test-event.js';
import type { Source } from '../../../api/sources.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { notices } from '../../../parts/notices.js';
import { Snippet } from '../../../parts/snippet.js';
import { word } from '../../../words/word.js';
import { firstEventCommand } from '../first-event-command.js';
import styles from './connect.module.css';
import { siteSnippet } from './site-snippet.js';

interface Props {
  readonly source: Source;
  readonly writeKey: string;
}

/** The script for the site's pages, and two other ways to see that something arrives. */
export function SiteScript({ source, writeKey }: Props) {
  const { slug } = useWorkspace();
  const { origin } = window.location;
  const test = useMutation({
    mutationFn: () => sendTestEvent(writeKey),
    onSuccess: () => notices.say(word('connect.test.sent')),
  });
  return (
    <>
      <section className={styles.step} aria-labelledby="connect-script">
        <h2 id="connect-script">{word('connect.script')}</h2>
        <p>{word('connect.script.text')}</p>
        <Snippet text={siteSnippet(origin, writeKey)} copyLabel={`${word('app.copy')}: ${word('connect.script')}`} />
        <p className={styles.hint}>{word('connect.script.more')}</p>
        <Snippet
          text={
            "throughline.identify('4711', { email: 'anna@example.com' });\nthroughline.track('Ordered', { order_id: '8812', value: 59.9, currency: 'EUR' });"
          }
          copyLabel={`${word('app.copy')}: ${word('connect.script.more')}`}
        />
      </section>
      <section className={styles.step} aria-labelledby="connect-try">
        <h2 id="connect-try">{word('connect.try')}</h2>
        <p>{word('connect.try.text')}</p>
        <Button onPress={() => test.mutate()} isPending={test.isPending}>
          {word('connect.test')}
        </Button>
        {test.error === null ? null : <InlineProblem error={test.error} />}
        <p className={styles.hint}>{word('sources.key.firstHint')}</p>
        <Snippet
          text={firstEventCommand(origin, writeKey, 'public')}
          copyLabel={`${word('app.copy')}: ${word('sources.key.first')}`}
        />
      </section>
      {source.lastReceivedAt === null ? null : (
        <p>
          <Link to="/w/$workspace/customers" params={{ workspace: slug }} search={{ kind: 'visitors' }}>
            {word('connect.who')}
          </Link>
        </p>
      )}
    </>
  );
}
