/**
 * Lets several workers run interleaved, one external call at a time. When every worker waits for its turn, the dice say whose it is:
 * the same throws, the same order, however long the real calls take.
 */
export class Turns {
  readonly #roll: () => number;
  #active = 0;
  #waiting: { id: string; go(): void }[] = [];

  constructor(roll: () => number) {
    this.#roll = roll;
  }

  enter(): void {
    this.#active += 1;
  }

  leave(): void {
    this.#active -= 1;
    this.#next();
  }

  mine(id: string): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ id, go });
      this.#next();
    });
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#active) return;
    this.#waiting.sort((one, other) => (one.id < other.id ? -1 : 1));
    const [chosen] = this.#waiting.splice(Math.floor(this.#roll() * this.#waiting.length), 1);
    chosen!.go();
  }
}
