import { endOf, moved, type Frame } from './frame'

/** Of the window so much stays unused, so that the next frame never exceeds it. */
const USED_OF_WINDOW = 0.9

/**
 * How far a recording is: what was captured, sent over the link that is open now, and acknowledged.
 * All of it counts in samples of the visit, which others may have recorded before this device did.
 */
export class Positions {
  #captured: number
  #acknowledged: number
  #sent: number
  #window = 0
  /** How much later the visit counts than this recorder. */
  #later = 0
  /** What could not be captured, of all that is not acknowledged. */
  #gaps: { readonly start: number; readonly end: number }[] = []

  constructor({ captured, acknowledged }: { captured: number; acknowledged: number }) {
    this.#captured = captured
    this.#acknowledged = acknowledged
    this.#sent = acknowledged
  }

  get captured(): number {
    return this.#captured
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  get sent(): number {
    return this.#sent
  }

  /** What the recorder counted from its own start, where it stands in the visit. */
  inVisit(frame: Frame): Frame {
    return moved(frame, this.#later)
  }

  placeOf(position: number): number {
    return position + this.#later
  }

  /** The recorder's frame is safe on this device, and has been moved there with all before it. */
  keep(frame: Frame): void {
    this.#leave(this.#captured, frame.first + this.#later)
    this.#captured = Math.max(this.#captured, endOf(frame) + this.#later)
  }

  /** Nothing could be captured up to there, by the recorder's own count. */
  reach(position: number): void {
    this.#leave(this.#captured, this.placeOf(position))
    this.#captured = Math.max(this.#captured, this.placeOf(position))
  }

  /** The visit's frame is on its way. */
  send(frame: Frame): void {
    this.#sent = endOf(frame)
  }

  /** Nothing of the visit is to be sent before that. */
  skip(to: number): void {
    this.#leave(this.#sent, to)
    this.#sent = to
  }

  /** Whether that is news. */
  acknowledge(through: number): boolean {
    if (through <= this.#acknowledged) return false
    this.#acknowledged = through
    this.#gaps = this.#gaps.filter(({ end }) => end > through)
    return true
  }

  /** A new link has carried nothing yet. */
  sendAgain(): void {
    this.#sent = this.#acknowledged
  }

  /** The gateway lets so much be on its way. */
  allow(windowSamples: number): void {
    this.#window = windowSamples
  }

  /** Others have recorded so much before what is not acknowledged. */
  moveBy(samples: number): void {
    this.#later += samples
    this.#captured += samples
    this.#acknowledged += samples
    this.#sent += samples
    this.#gaps = this.#gaps.map(({ start, end }) => ({
      start: start + samples,
      end: end + samples,
    }))
  }

  /** What was captured and is not acknowledged. */
  get waiting(): number {
    return this.#soundUpTo(this.#captured)
  }

  hasRoom(): boolean {
    return this.#soundUpTo(this.#sent) <= this.#window * USED_OF_WINDOW
  }

  isAllSent(): boolean {
    return this.#sent >= this.#captured
  }

  /** Something is on its way that the gateway has to answer. */
  awaitsAnswer(): boolean {
    return this.#soundUpTo(this.#sent) > 0
  }

  #leave(start: number, end: number): void {
    const known = this.#gaps.some((gap) => gap.start <= start && end <= gap.end)
    if (end > start && !known) this.#gaps.push({ start, end })
  }

  #soundUpTo(position: number): number {
    return this.#gaps.reduce(
      (sound, { start, end }) =>
        sound - Math.max(0, Math.min(end, position) - Math.max(start, this.#acknowledged)),
      position - this.#acknowledged,
    )
  }
}
