import type { Level } from './framer'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

/** A connected microphone in a still room is louder than this. */
const DEAD_PEAK = 0.0005
const SPEECH_RMS = 0.01
const SILENT_AFTER = 10 * SAMPLES_PER_SECOND
const QUIET_AFTER = 180 * SAMPLES_PER_SECOND

export type Quiet = 'no' | 'nothing-heard' | 'nobody-speaks'

/** Notices, by the audio's own clock, that an input is dead or that a visit has long been silent. */
export class QuietWatch {
  #lastSound: number
  #lastSpeech: number

  constructor(position: number) {
    this.#lastSound = position
    this.#lastSpeech = position
  }

  heard(level: Level, position: number): Quiet {
    if (level.peak > DEAD_PEAK) this.#lastSound = position
    if (level.rms > SPEECH_RMS) this.#lastSpeech = position
    if (position - this.#lastSound >= SILENT_AFTER) return 'nothing-heard'
    if (position - this.#lastSpeech >= QUIET_AFTER) return 'nobody-speaks'
    return 'no'
  }

  /** The clinician said that the recording goes on. */
  dismiss(position: number): void {
    this.#lastSound = position
    this.#lastSpeech = position
  }
}
