/** Zero crossings of the windowed sinc on each side of a sample. */
const REACH = 16

/**
 * Brings sound to another rate as it streams in, for browsers that cannot open an audio context at
 * 16 kHz: a windowed sinc below the lower of both Nyquist frequencies.
 */
export class Resampler {
  readonly #step: number
  readonly #cutoff: number
  readonly #half: number
  #kept: Float32Array
  /** Where the next output sample lies, counted from the first kept input sample. */
  #at: number

  constructor(from: number, to: number) {
    this.#step = from / to
    this.#cutoff = Math.min(1, to / from) * 0.95
    this.#half = Math.ceil(REACH / this.#cutoff)
    this.#kept = new Float32Array(this.#half)
    this.#at = this.#half
  }

  push(sound: Float32Array): Float32Array {
    const input = new Float32Array(this.#kept.length + sound.length)
    input.set(this.#kept)
    input.set(sound, this.#kept.length)
    const output: number[] = []
    while (this.#at + this.#half < input.length) {
      output.push(this.#sampleAt(input, this.#at))
      this.#at += this.#step
    }
    const done = Math.max(0, Math.floor(this.#at) - this.#half)
    this.#kept = input.slice(done)
    this.#at -= done
    return Float32Array.from(output)
  }

  #sampleAt(input: Float32Array, at: number): number {
    const first = Math.ceil(at - this.#half)
    const last = Math.floor(at + this.#half)
    let sum = 0
    let weights = 0
    for (let i = Math.max(0, first); i <= last; i++) {
      const distance = i - at
      const weight = sinc(distance * this.#cutoff) * hann(distance / (this.#half + 1))
      sum += (input[i] ?? 0) * weight
      weights += weight
    }
    return sum / weights
  }
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function hann(x: number): number {
  return 0.5 + 0.5 * Math.cos(Math.PI * x)
}
