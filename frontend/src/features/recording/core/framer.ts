import type { Frame } from './frame'

/** How loud a frame was, both from 0 to 1. */
export interface Level {
  readonly rms: number
  readonly peak: number
}

const LOWEST = 32_768
const HIGHEST = 32_767

/** Browsers read 16-bit sound with a scale of its own on each side of zero; so it is written back. */
export function sampleOf(value: number): number {
  const scaled = Math.round(value < 0 ? value * LOWEST : value * HIGHEST)
  return Math.max(-LOWEST, Math.min(HIGHEST, scaled))
}

/**
 * Cuts captured sound into frames of 16-bit samples and counts their position. A 16-bit sample that
 * went through the browser's sound comes out as it was.
 */
export class Framer {
  readonly #size: number
  #position: number
  #pcm: Int16Array
  #filled = 0

  constructor(first: number, size: number) {
    this.#position = first
    this.#size = size
    this.#pcm = new Int16Array(size)
  }

  /** Position after the last sample that came in. */
  get position(): number {
    return this.#position + this.#filled
  }

  push(sound: Float32Array): Frame[] {
    const frames: Frame[] = []
    for (const value of sound) {
      this.#pcm[this.#filled] = sampleOf(value)
      this.#filled += 1
      if (this.#filled === this.#size) frames.push(this.#take())
    }
    return frames
  }

  /** What has been captured of an unfinished frame. */
  flush(): Frame | undefined {
    return this.#filled > 0 ? this.#take() : undefined
  }

  #take(): Frame {
    const frame = { first: this.#position, pcm: this.#pcm.slice(0, this.#filled) }
    this.#position += this.#filled
    this.#filled = 0
    return frame
  }
}

export function levelOf(pcm: Int16Array): Level {
  let squares = 0
  let peak = 0
  for (const sample of pcm) {
    squares += sample * sample
    peak = Math.max(peak, Math.abs(sample))
  }
  return {
    rms: pcm.length > 0 ? Math.sqrt(squares / pcm.length) / LOWEST : 0,
    peak: peak / LOWEST,
  }
}
