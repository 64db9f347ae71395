import { word } from '../words/word.js';
import { ApiProblem } from './api-problem.js';

/** Sends one event through the tracking API as a site would, marked as a test: it arrives, and no figure counts it. */
export async function sendTestEvent(writeKey: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch('/v1/track', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        writeKey,
        event: 'Test Event',
        messageId: crypto.getRandomValues(new Uint32Array(4)).join('-'),
        timestamp: new Date().toISOString(),
        context: { interaction: { marks: { test: true } } },
      }),
    });
  } catch {
    throw new ApiProblem(0, null, word('problem.unreachable'));
  }
  if (!response.ok) throw new ApiProblem(response.status, null, word('problem.refused', { status: response.status }));
}
