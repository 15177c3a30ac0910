import { describe, expect, it } from 'vitest'

import { safetyOf } from './safety'
import type { UplinkStatus } from './uplink'

const status = (change: Partial<UplinkStatus>): UplinkStatus => {
  const { captured = 160_000, acknowledged = 158_400 } = change
  const waiting = captured - acknowledged
  return {
    link: 'open',
    captured,
    acknowledged,
    waiting,
    complete: false,
    problem: undefined,
    ...change,
  }
}

describe('safetyOf', () => {
  it('should not worry anybody about audio that is just under way', () => {
    expect(safetyOf(status({}))).toEqual({ kind: 'saved', safe: 158_400 })
  })

  it('should not say that all is saved while nothing is captured', () => {
    expect(safetyOf(status({}), false)).toEqual({ kind: 'halted', safe: 158_400 })
    expect(safetyOf(status({ link: 'waiting', acknowledged: 32_000 }), false).kind).toBe('offline')
  })

  it('should not count as kept here what could not be captured', () => {
    expect(safetyOf(status({ acknowledged: 32_000, waiting: 1_600 })).kind).toBe('saved')
  })

  it('should say what is kept here while there is no connection', () => {
    expect(safetyOf(status({ link: 'waiting', acknowledged: 32_000 }))).toEqual({
      kind: 'offline',
      safe: 32_000,
      waiting: 128_000,
    })
  })

  it('should say nothing of a connection that is soon there again', () => {
    expect(safetyOf(status({ link: 'connecting' })).kind).toBe('saved')
    expect(safetyOf(status({ link: 'connecting', acknowledged: 32_000 })).kind).toBe('offline')
  })

  it('should say that what was kept is being sent', () => {
    expect(safetyOf(status({ acknowledged: 32_000 })).kind).toBe('sending')
  })

  it('should call it complete only when the gateway has confirmed the end', () => {
    expect(safetyOf(status({ acknowledged: 160_000 })).kind).toBe('saved')
    expect(safetyOf(status({ complete: true, link: 'closed' })).kind).toBe('complete')
  })

  it('should tell a refusal from a lost connection', () => {
    const problem = { type: 'x/another-recorder', title: '', status: 409 }

    expect(safetyOf(status({ link: 'closed', problem })).kind).toBe('refused')
    expect(safetyOf(status({ link: 'waiting', problem })).kind).toBe('offline')
  })
})
