// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import { IdleLock } from './idleLock'

const MINUTE = 60_000
const LIMIT = 12 * MINUTE

describe('a page that nobody touches', () => {
  let now: number
  const open = (person = 'dr.rivera') =>
    new IdleLock({
      person,
      lockAfterMs: LIMIT,
      now: () => now,
      tab: sessionStorage,
      browser: localStorage,
    })

  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
    now = Date.parse('2026-12-01T09:00:00Z')
  })

  it('should announce that it locks, and lock', () => {
    const lock = open()

    now += LIMIT - 31_000
    expect(lock.look()).toBe('open')
    now += 1_000
    expect(lock.look()).toBe('closing')
    now += 30_000
    expect(lock.look()).toBe('locked')
  })

  it('should stay open under a hand, up to the last second and not after it', () => {
    const lock = open()

    now += LIMIT - 1
    lock.hand()
    expect(lock.state.get()).toBe('open')
    now += LIMIT
    lock.hand()
    expect(lock.state.get()).toBe('locked')
  })

  it('should open for who proves who they are, and for nobody’s hand', () => {
    const lock = open()
    now += LIMIT
    lock.look()

    lock.hand()
    expect(lock.state.get()).toBe('locked')
    lock.unlock()
    expect(lock.look()).toBe('open')
  })

  it('should be locked when it is loaded again', () => {
    const lock = open()
    now += LIMIT
    lock.look()

    expect(open().state.get()).toBe('locked')
  })

  it('should lock when it is loaded again after the device has slept', () => {
    open().hand()
    now += LIMIT

    expect(open().state.get()).toBe('locked')
  })

  it('should count a hand on another tab of the same person, and of no other', () => {
    const lock = open()

    now += LIMIT - MINUTE
    open('dr.chen').hand()
    now += MINUTE / 2
    expect(lock.look()).toBe('closing')
    open('dr.rivera').hand()
    expect(lock.look()).toBe('open')
  })

  it('should not stay open because a clock was put back', () => {
    const lock = open()
    lock.hand()

    now -= 24 * 60 * MINUTE
    lock.look()
    now += LIMIT
    expect(lock.look()).toBe('locked')
  })

  it('should begin open for who signs in after it', () => {
    const lock = open()
    now += LIMIT
    lock.look()

    IdleLock.forget(sessionStorage)

    expect(open().state.get()).toBe('open')
  })
})
