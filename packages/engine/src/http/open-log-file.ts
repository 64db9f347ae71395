import { type DestinationStream, pino } from 'pino';

const mostWaitingBytes = 1024 * 1024;

/**
 * A log file that is written at once, so that a kill loses no line.
 *
 * A disk that takes no more lines ends nobody: up to 1 MB waits for room, further lines are lost.
 */
export function openLogFile(path: string): DestinationStream {
  const file = pino.destination({ dest: path, sync: true, mkdir: true, maxLength: mostWaitingBytes });
  file.on('error', () => undefined);
  return file;
}
