const most = 10;

/** The ten people to look at: those of whom it is true since last. */
export class NewestPeople {
  #found: { readonly person: number; readonly at: number }[] = [];

  add(person: number, at: number): void {
    const last = this.#found[most - 1];
    if (last !== undefined && last.at >= at) return;
    this.#found = [...this.#found, { person, at }].sort((a, b) => b.at - a.at || a.person - b.person).slice(0, most);
  }

  get persons(): readonly number[] {
    return this.#found.map(({ person }) => person);
  }
}
