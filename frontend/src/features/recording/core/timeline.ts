import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import type { Frame } from './frame'

/** Sound may come so much late and still be all there. */
const LATE_MS = 1_000
/** A sound card and a clock part by less than this. */
const DRIFT = 0.0005
/** What lasted longer counts as this: a visit's length is bounded, and the gap would use it up. */
const LONGEST_MS = 3_600_000

interface Anchor {
  readonly at: number
  readonly position: number
}

interface Begin {
  /** Where the recorder goes on to count. */
  readonly position: number
  /** When it was begun. */
  readonly now: number
  /** When the sound before `position` was captured, if it should have gone on since. */
  readonly since?: number | undefined
  /** False for sound that waits while nothing is captured, as a sample that is played does. */
  readonly keepsTime?: boolean
}

/** A frame where it stands in the visit, and how many samples before it could not be captured. */
export interface Placed {
  readonly frame: Frame
  readonly missed: number
}

/**
 * Keeps a recorder's count in step with the clock on the wall. Captured sound counts itself, and
 * knows nothing of the time in which a device slept, or the system kept the microphone; that time
 * is left out of the count as a gap, so that what is said later stands where it was said.
 *
 * Times are milliseconds of a {@link WallClock}.
 */
export class CaptureTimeline {
  readonly #keepsTime: boolean
  #anchor: Anchor | undefined
  #position: number
  #missed = 0
  #heard = false
  #heardAt: number

  constructor({ position, now, since, keepsTime = true }: Begin) {
    this.#keepsTime = keepsTime
    this.#position = position
    this.#heardAt = now
    this.#anchor = since === undefined ? undefined : { at: since, position }
  }

  /** Where the visit has got to: all that was captured, and what could not be. */
  get reached(): number {
    return this.#position + this.#missed
  }

  /** The samples that follow those before, of which the last was captured at that time. */
  place(pcm: Int16Array, at: number): Placed {
    this.#heard = true
    this.#heardAt = at
    const first = this.#position
    this.#position += pcm.length
    const missed = this.#catchUp(at)
    return { frame: { first: first + this.#missed, pcm }, missed }
  }

  /** How long nothing has been captured, in milliseconds. */
  silentFor(now: number): number {
    return Math.max(0, now - this.#heardAt)
  }

  /** No sound is wanted from now on; the samples that were missed up to here, after some sound. */
  rest(at: number): number {
    const missed = this.#heard ? this.#catchUp(at) : 0
    this.#anchor = undefined
    return missed
  }

  /** Sound is wanted again. */
  goOn(at: number): void {
    this.#anchor = { at, position: this.#position }
    this.#heardAt = at
  }

  #catchUp(at: number): number {
    const position = this.#position
    const anchor = this.#anchor
    if (!this.#keepsTime) return 0
    if (!anchor) {
      this.#anchor = { at, position }
      return 0
    }
    const elapsed = at - anchor.at
    const behind = elapsed - ((position - anchor.position) / SAMPLES_PER_SECOND) * 1000
    // Sooner than it was expected: what was late before has come.
    if (behind < 0) this.#anchor = { at, position }
    if (behind - elapsed * DRIFT < LATE_MS) return 0
    const missed = Math.round((Math.min(behind, LONGEST_MS) * SAMPLES_PER_SECOND) / 1000)
    this.#missed += missed
    this.#anchor = { at, position }
    return missed
  }
}
