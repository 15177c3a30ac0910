/** More than a clock is corrected by at once while nobody sets it. */
const A_JUMP_MS = 1_000

/**
 * Milliseconds that have gone by, also while the machine slept. The monotonic clock of many systems
 * stands still in sleep, and the date may be set back; so it is the monotonic clock, and what the
 * date has jumped ahead of it.
 */
export class WallClock {
  readonly #monotonic: () => number
  readonly #date: () => number
  #ahead: number
  #slept = 0

  constructor(monotonic: () => number, date: () => number) {
    this.#monotonic = monotonic
    this.#date = date
    this.#ahead = date() - monotonic()
  }

  /** To be asked often: a jump is told from a slow correction by how sudden it is. */
  now(): number {
    const monotonic = this.#monotonic()
    const ahead = this.#date() - monotonic
    const jump = ahead - this.#ahead
    this.#ahead = ahead
    if (jump > A_JUMP_MS) this.#slept += jump
    return monotonic + this.#slept
  }

  /** When it was so late by the date; never in the future. */
  at(date: number): number {
    const now = this.now()
    return now - Math.max(0, this.#date() - date)
  }
}
