import { describe, expect, it } from 'vitest'

import { Resampler } from './resampler'

function tone(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / rate),
  )
}

function resampled(sound: Float32Array, from: number, block: number): number[] {
  const resampler = new Resampler(from, 16_000)
  const out: number[] = []
  for (let i = 0; i < sound.length; i += block)
    out.push(...resampler.push(sound.subarray(i, i + block)))
  return out
}

function loudness(sound: readonly number[]): number {
  return Math.sqrt(sound.reduce((sum, value) => sum + value * value, 0) / sound.length)
}

describe('Resampler', () => {
  it.each([48_000, 44_100])('should keep speech and its pitch from %i Hz', (rate) => {
    const out = resampled(tone(440, rate, 1), rate, 128)

    expect(Math.abs(out.length - 16_000)).toBeLessThan(40)
    const expected = tone(440, 16_000, 1)
    const worst = Math.max(
      ...out.slice(200, 15_000).map((value, i) => Math.abs(value - (expected[i + 200] ?? 0))),
    )
    expect(worst).toBeLessThan(0.01)
  })

  it('should remove what 16 kHz cannot carry', () => {
    const out = resampled(tone(11_000, 48_000, 1), 48_000, 128)

    expect(loudness(out.slice(200, 15_000))).toBeLessThan(0.01)
  })

  it('should not depend on how the sound is cut', () => {
    const sound = tone(300, 48_000, 0.5)

    const small = resampled(sound, 48_000, 128)
    const large = resampled(sound, 48_000, 4096)

    const common = Math.min(small.length, large.length)
    expect(small.slice(0, common)).toEqual(large.slice(0, common))
  })
})
