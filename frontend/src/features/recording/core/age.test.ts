import { describe, expect, it } from 'vitest'

import { deletedAt, GRACE_DAYS, isOld, isOverdue, OLD_AFTER_DAYS } from './age'

const DAY = 86_400_000
const BEGUN = Date.parse('2026-11-01T09:00:00Z')
const kept = (warnedAt?: number, expired?: boolean) => ({
  startedAt: new Date(BEGUN).toISOString(),
  warnedAt,
  expired,
})

describe('the age of what is kept', () => {
  it('should trouble nobody before its time', () => {
    expect(isOld(kept(), BEGUN + OLD_AFTER_DAYS * DAY)).toBe(false)
    expect(isOld(kept(), BEGUN + OLD_AFTER_DAYS * DAY + 1)).toBe(true)
  })

  it('should delete nothing that its owner was not told of, however old', () => {
    expect(isOverdue(kept(), BEGUN + 3650 * DAY)).toBe(false)
    expect(deletedAt(kept())).toBeUndefined()
  })

  it('should give its owner a week from the day they were told', () => {
    const told = BEGUN + 400 * DAY

    expect(deletedAt(kept(told))).toBe(told + GRACE_DAYS * DAY)
    expect(isOverdue(kept(told), told + GRACE_DAYS * DAY)).toBe(false)
    expect(isOverdue(kept(told), told + GRACE_DAYS * DAY + 1)).toBe(true)
  })

  it('should not delete twice, nor what a clock that was put back says is young', () => {
    const told = BEGUN + 400 * DAY

    expect(isOverdue(kept(told, true), told + 30 * DAY)).toBe(false)
    expect(isOverdue(kept(BEGUN - 100 * DAY), BEGUN + DAY)).toBe(false)
  })
})
