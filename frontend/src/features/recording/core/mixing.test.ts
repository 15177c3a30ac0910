import { describe, expect, it } from 'vitest'

import { mixed } from './mixing'

const wave = Float32Array.from({ length: 1_000 }, (_, i) => Math.sin(i / 5))

describe('mixed', () => {
  it('should leave one channel as it is', () => {
    expect(mixed([wave])).toBe(wave)
  })

  it('should be the mean of two that say different things', () => {
    expect(mixed([Float32Array.of(0.5, 0), Float32Array.of(0, 0.5)])).toEqual(
      Float32Array.of(0.25, 0.25),
    )
  })

  it('should keep the voice that stands in one channel upside down', () => {
    expect(mixed([wave, wave.map((value) => -value)])).toEqual(wave)
  })

  it('should keep the voice that one of two channels holds alone', () => {
    const peak = Math.max(...mixed([wave, new Float32Array(1_000)]))

    expect(peak).toBeGreaterThan(0.45)
  })
})
