/** One line on stderr that is written over; nothing when stderr is no terminal. */
export class ProgressLine {
  readonly #isShown = process.stderr.isTTY === true;

  say(text: string): void {
    if (this.#isShown) process.stderr.write(`\r\u001b[2K${text}`);
  }

  end(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[2K');
  }
}
