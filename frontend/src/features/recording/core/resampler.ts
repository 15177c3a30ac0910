/** Zero crossings of the windowed sinc on each side of a sample. */
const REACH = 16

/**
 * Brings sound to another rate as it streams in: a windowed sinc below the lower of both Nyquist
 * frequencies. Rates are whole numbers, so the places between two samples repeat, and the weights
 * of each are worked out once.
 */
export class Resampler {
  /** One sample of the output is so many of the input, as a fraction. */
  readonly #from: number
  readonly #to: number
  readonly #half: number
  readonly #cutoff: number
  readonly #weights: (Float32Array | undefined)[]
  #kept: Float32Array
  /** Where the next output sample lies, in `1 / to` of an input sample from the first kept one. */
  #at: number

  constructor(from: number, to: number) {
    const divisor = greatestCommonDivisor(from, to)
    this.#from = from / divisor
    this.#to = to / divisor
    this.#cutoff = Math.min(1, to / from) * 0.95
    this.#half = Math.ceil(REACH / this.#cutoff)
    this.#weights = new Array<Float32Array | undefined>(this.#to)
    this.#kept = new Float32Array(this.#half)
    this.#at = this.#half * this.#to
  }

  push(sound: Float32Array): Float32Array {
    const input = new Float32Array(this.#kept.length + sound.length)
    input.set(this.#kept)
    input.set(sound, this.#kept.length)
    const end = (input.length - this.#half - 1) * this.#to
    const count = Math.max(0, Math.ceil((end - this.#at + 1) / this.#from))
    const output = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      output[i] = this.#sampleAt(input)
      this.#at += this.#from
    }
    const done = Math.max(0, Math.floor(this.#at / this.#to) - this.#half)
    this.#kept = input.slice(done)
    this.#at -= done * this.#to
    return output
  }

  /** What is still to come after the last sample of the input. */
  flush(): Float32Array {
    return this.push(new Float32Array(this.#half))
  }

  #sampleAt(input: Float32Array): number {
    const phase = this.#at % this.#to
    const first = (this.#at - phase) / this.#to - this.#half + 1
    const weights = (this.#weights[phase] ??= this.#weightsOf(phase / this.#to))
    let sum = 0
    for (let i = 0; i < weights.length; i++) sum += (input[first + i] ?? 0) * (weights[i] ?? 0)
    return sum
  }

  /** Of the samples around a place that lies so far behind one of them; together they are 1. */
  #weightsOf(behind: number): Float32Array {
    const weights = Float32Array.from({ length: 2 * this.#half }, (_, i) => {
      const distance = i + 1 - this.#half - behind
      return sinc(distance * this.#cutoff) * hann(distance / (this.#half + 1))
    })
    const sum = weights.reduce((all, weight) => all + weight, 0)
    return weights.map((weight) => weight / sum)
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function hann(x: number): number {
  return 0.5 + 0.5 * Math.cos(Math.PI * x)
}
