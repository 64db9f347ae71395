import type { Diary } from '../diary.js';
import type { BrokerVisit } from '../moment.js';
import { openingTime } from '../times.js';

export function visitBroker(diary: Diary, atMs: number, broker: number, occasion: BrokerVisit['occasion']): void {
  diary.moves(0.2);
  diary.note(
    { atMs: openingTime(diary.chance, atMs), touchpoint: 'Broker', cause: occasion },
    { kind: 'broker-visit', broker, occasion },
  );
}
