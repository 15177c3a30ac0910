import { beforeEach, describe, expect, it } from 'vitest'

import { WallClock } from './wallClock'

describe('WallClock', () => {
  let monotonic: number
  let date: number
  let clock: WallClock
  let begun: number

  beforeEach(() => {
    monotonic = 500
    date = 1_764_000_000_000
    clock = new WallClock(
      () => monotonic,
      () => date,
    )
    begun = clock.now()
  })

  const pass = (ms: number, byDate = ms) => {
    monotonic += ms
    date += byDate
  }
  const elapsed = () => clock.now() - begun

  it('should count the time that goes by', () => {
    pass(1_500)
    expect(elapsed()).toBe(1_500)
  })

  it('should count a sleep that the monotonic clock has slept through', () => {
    pass(500, 90_500)
    expect(elapsed()).toBe(90_500)
  })

  it('should count a sleep once where the monotonic clock goes on', () => {
    pass(90_500)
    expect(elapsed()).toBe(90_500)
  })

  it('should go on when the date is set back', () => {
    pass(1_000, -3_600_000)
    expect(elapsed()).toBe(1_000)
    pass(1_000)
    expect(elapsed()).toBe(2_000)
  })

  it('should not add up what rounding and slow corrections put between the two', () => {
    for (let i = 0; i < 36_000; i++) {
      pass(100, i % 2 === 0 ? 101 : 100)
      clock.now()
    }
    expect(elapsed()).toBe(3_600_000)
  })

  it('should know when something was that is told late', () => {
    pass(5_000)
    expect(clock.at(date - 4_000) - begun).toBe(1_000)
  })

  it('should never place anything in the future', () => {
    expect(clock.at(date + 5_000)).toBe(clock.now())
  })
})
