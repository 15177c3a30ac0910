import { describe, expect, it } from 'vitest'

import { isBadlyHeard, isUncertain } from './confidence'

const word = (text: string, confidence: number) => ({ text, confidence, start: 0, end: 1 })

describe('isUncertain', () => {
  it('should mark an ordinary word only when there is much doubt', () => {
    expect(isUncertain(word('morning', 0.7), [])).toBe(false)
    expect(isUncertain(word('morning', 0.5), [])).toBe(true)
  })

  it.each(['400', '10mg', 'milligrams,', 'unidades'])('should mark the dose %s sooner', (text) => {
    expect(isUncertain(word(text, 0.7), [])).toBe(true)
    expect(isUncertain(word(text, 0.9), [])).toBe(false)
  })

  it('should mark the key terms of the visit sooner', () => {
    expect(isUncertain(word('Metoprolol,', 0.8), ['metoprolol succinate'])).toBe(true)
    expect(isUncertain(word('Metoprolol,', 0.8), [])).toBe(false)
  })
})

describe('isBadlyHeard', () => {
  const segment = (...confidences: number[]) => confidences.map((each) => word('word', each))

  it('should be a segment of which most was guessed', () => {
    expect(isBadlyHeard(segment(0.4, 0.5, 0.9))).toBe(true)
    expect(isBadlyHeard(segment(0.4, 0.9, 0.9))).toBe(false)
    expect(isBadlyHeard(segment(0.4, 0.4, 0.9, 0.9))).toBe(false)
  })

  it('should not be a word or two, which tell for themselves', () => {
    expect(isBadlyHeard(segment(0.2, 0.2))).toBe(false)
  })
})
