import type { Chance } from '../chance/chance.js';
import type { Person } from '../people/person.js';
import type { Surroundings } from '../people/surroundings.js';
import { type Feeling, feelings } from './feeling.js';
import type { Happening, Moment, MomentTruth } from './moment.js';
import type { Stage, StageSpan } from './stage.js';

/** Its place is known when all is. */
type Draft = Moment & { place: number };

type Noted = Omit<MomentTruth, 'place' | 'stage' | 'feeling'> & { readonly feeling?: Feeling };

export type Held = 'card' | 'account' | 'newsletter';

/** Collects what happens to one person, in whatever order it is thought of. */
export class Diary {
  readonly person: Person;
  readonly chance: Chance;
  readonly around: Surroundings;
  readonly stages: readonly StageSpan[];
  readonly #moments: Draft[] = [];
  readonly #counts = new Map<string, number>();
  readonly #held = new Set<Held>();
  /** −2 to 2: how she feels about the company by now. Moves with what happens to her. */
  mood = 0.3;

  constructor(person: Person, chance: Chance, around: Surroundings, stages: readonly StageSpan[]) {
    this.person = person;
    this.chance = chance;
    this.around = around;
    this.stages = stages;
  }

  /** What lies outside the records is left out; a feeling not said is the mood she is in. */
  note(truth: Noted, happening: Happening): void {
    if (truth.atMs < this.around.sinceMs || truth.atMs >= this.around.untilMs) return;
    const stage = this.#stageAt(truth.atMs);
    this.#moments.push({ place: 0, stage, feeling: this.feeling(), ...truth, ...happening });
  }

  /** 1, 2, 3 … for each thing that is counted: orders, contracts, claims. */
  count(what: string): number {
    const next = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, next);
    return next;
  }

  /** From now on she has it. */
  takes(what: Held): void {
    this.#held.add(what);
  }

  holds(what: Held): boolean {
    return this.#held.has(what);
  }

  moves(by: number): void {
    this.mood = Math.max(-2, Math.min(2, this.mood * 0.8 + by));
  }

  feeling(): Feeling {
    return feelings[Math.max(0, Math.min(4, Math.round(this.mood) + 2))] ?? 'indifferent';
  }

  moments(): readonly Moment[] {
    this.#moments.sort((a, b) => a.atMs - b.atMs);
    for (const [place, moment] of this.#moments.entries()) moment.place = place;
    return this.#moments;
  }

  #stageAt(atMs: number): Stage {
    return this.stages.findLast(({ fromMs }) => fromMs <= atMs)?.stage ?? 'Branding';
  }
}
