import type { LockState } from '@/lib/identity'
import { Store, type Readable } from '@/lib/store'

export interface IdleLockOptions {
  readonly person: string
  readonly lockAfterMs: number
  readonly now: () => number
  /** This tab's: a page that was locked is locked when it is loaded again. */
  readonly tab: Storage
  /** This browser's: a hand on one tab counts for the others of the same person. */
  readonly browser: Storage
}

/** So long before the page locks, it says that it will. */
const ANNOUNCE_MS = 30_000
/** A hand is written down this often at most. */
const WRITE_EVERY_MS = 2_000

const LOCKED = 'medic-scribe.locked'
const HAND = 'medic-scribe.hand'

/** Knows how long nobody has touched the page, by the clock on the wall: a sleeping device counts. */
export class IdleLock {
  readonly #state: Store<LockState>
  readonly #options: IdleLockOptions
  #hand: number
  #written = -Infinity

  constructor(options: IdleLockOptions) {
    this.#options = options
    const { tab, now } = options
    // The first page of a sign-in was touched by whoever signed in.
    this.#hand = Number(tab.getItem(HAND) ?? now())
    this.#state = new Store<LockState>(tab.getItem(LOCKED) === null ? 'open' : 'locked')
    this.look()
  }

  get state(): Readable<LockState> {
    return this.#state
  }

  /** Nobody is signed in, so whoever signs in next begins with an open page. */
  static forget(tab: Storage): void {
    tab.removeItem(LOCKED)
    tab.removeItem(HAND)
  }

  /** Somebody touches the page; too late is too late. */
  hand(): void {
    if (this.look() === 'locked') return
    this.#touched()
    this.#state.set('open')
  }

  /** To be asked often, and whenever the page comes to sight. */
  look(): LockState {
    if (this.#state.get() !== 'locked') this.#state.set(this.#due())
    if (this.#state.get() === 'locked') this.#options.tab.setItem(LOCKED, '')
    return this.#state.get()
  }

  /** The person has proven who they are. */
  unlock(): void {
    this.#options.tab.removeItem(LOCKED)
    this.#written = -Infinity
    this.#touched()
    this.#state.set('open')
  }

  #due(): LockState {
    const { now, lockAfterMs } = this.#options
    const idleMs = now() - this.#lastHand()
    if (idleMs >= lockAfterMs) return 'locked'
    return idleMs >= lockAfterMs - Math.min(ANNOUNCE_MS, lockAfterMs / 2) ? 'closing' : 'open'
  }

  /** A clock that was put back does not keep the page open. */
  #lastHand(): number {
    const { browser, now } = this.#options
    const elsewhere = Number(browser.getItem(this.#handsOf()) ?? 0)
    if (elsewhere <= now()) this.#hand = Math.max(this.#hand, elsewhere)
    if (this.#hand > now()) this.#hand = now()
    return this.#hand
  }

  #touched(): void {
    const { now, tab, browser } = this.#options
    this.#hand = now()
    if (this.#hand - this.#written < WRITE_EVERY_MS && this.#hand >= this.#written) return
    this.#written = this.#hand
    tab.setItem(HAND, String(this.#hand))
    browser.setItem(this.#handsOf(), String(this.#hand))
  }

  #handsOf(): string {
    return `${HAND}.${this.#options.person}`
  }
}
