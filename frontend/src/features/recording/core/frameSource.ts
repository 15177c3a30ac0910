import { FRAME_SAMPLES, SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import { endOf, type Frame } from './frame'
import { Framer, levelOf, type Level } from './framer'
import { Resampler } from './resampler'

/** What a capture is told: the clinician pauses; `hold` waits for sound that should be there. */
export type CaptureOrder = 'pause' | 'hold' | 'resume' | 'end'

/** Those to whom sound goes: the recorder, and the page that shows how loud it is. */
export interface Listeners {
  onFrame(frame: Frame): void
  onLevel(level: Level, position: number): void
  /** All that came before has been handed on. */
  onPaused(): void
  onResumed(): void
  onEnded(): void
}

/** Counts and cuts captured sound, and does what the page says, in the order in which both came. */
export class FrameSource {
  readonly #framer: Framer
  readonly #resampler: Resampler | undefined
  readonly #listeners: Listeners
  #listening = true
  #paused = false
  #ended = false

  constructor(first: number, rate: number, listeners: Listeners) {
    this.#framer = new Framer(first, FRAME_SAMPLES)
    this.#resampler =
      rate === SAMPLES_PER_SECOND ? undefined : new Resampler(rate, SAMPLES_PER_SECOND)
    this.#listeners = listeners
  }

  get ended(): boolean {
    return this.#ended
  }

  push(sound: Float32Array): void {
    if (!this.#listening) return
    const ours = this.#resampler?.push(sound) ?? sound
    this.#framer.push(ours).forEach((frame) => {
      this.#deliver(frame)
    })
  }

  obey(order: CaptureOrder): void {
    switch (order) {
      case 'pause':
        this.#cut()
        this.#paused = true
        this.#listeners.onPaused()
        return
      case 'hold':
        this.#cut()
        return
      case 'resume':
        if (this.#paused) this.#listeners.onResumed()
        this.#paused = false
        this.#listening = true
        return
      case 'end':
        this.#cut()
        this.#ended = true
        this.#listeners.onEnded()
    }
  }

  #cut(): void {
    this.#listening = false
    const rest = this.#framer.flush()
    if (rest) this.#deliver(rest)
  }

  #deliver(frame: Frame): void {
    // Who takes the frame takes its memory.
    const level = levelOf(frame.pcm)
    const end = endOf(frame)
    this.#listeners.onFrame(frame)
    this.#listeners.onLevel(level, end)
  }
}
