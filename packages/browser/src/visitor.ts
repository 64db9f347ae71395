import { randomId } from './random-id.js';
import type { Store } from './store.js';

const anonymousName = 'throughline.anonymous-id';
const userName = 'throughline.user-id';

/** Who this browser is to the site: a random number for ever, and a user id from sign-in to `reset`. */
export class Visitor {
  #store: Store | undefined;
  #anonymousId: string | undefined;
  #userId: string | undefined;
  #isSomebodyNew = false;

  get anonymousId(): string {
    this.#anonymousId ??= randomId();
    return this.#anonymousId;
  }

  get userId(): string | undefined {
    return this.#userId;
  }

  /**
   * From now on in the store. Whom it knows wins over who was made up while nothing could be read, unless it has been said meanwhile that this
   * is somebody else.
   */
  keepIn(store: Store): void {
    this.#store = store;
    const knownUser = store.read(userName) ?? undefined;
    const isAnother = this.#userId !== undefined && knownUser !== undefined && this.#userId !== knownUser;
    if (!isAnother && !this.#isSomebodyNew) {
      this.#anonymousId = store.read(anonymousName) ?? this.anonymousId;
      this.#userId ??= knownUser;
    }
    this.#write();
  }

  /** Another person than before is another visitor too: on a shared device nothing of the one is told of the other. */
  signIn(userId: string): void {
    if (this.#userId !== undefined && this.#userId !== userId) this.#anonymousId = randomId();
    this.#userId = userId;
    this.#write();
  }

  /** Somebody new. */
  reset(): void {
    this.#anonymousId = randomId();
    this.#userId = undefined;
    this.#isSomebodyNew = true;
    this.#write();
  }

  /** Nobody, and no longer in a store. */
  forget(): void {
    this.#store = undefined;
    this.#anonymousId = undefined;
    this.#userId = undefined;
  }

  #write(): void {
    this.#store?.write(anonymousName, this.anonymousId);
    if (this.#userId === undefined) this.#store?.remove(userName);
    else this.#store?.write(userName, this.#userId);
  }
}
