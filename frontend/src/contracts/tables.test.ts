import { describe, expect, it } from 'vitest'

import en from '@/lib/locales/en.json'
import es from '@/lib/locales/es.json'
import { golden } from '@/testing/golden'

import { afterClose, CLOSE_CODES } from './closeCodes'
import { LIMITS } from './limits'

describe('the tables of the page', () => {
  it('should close as the gateway does', () => {
    const told = golden('encounter-events/src/test/resources/golden/socket/close-codes.json')
    expect(CLOSE_CODES).toEqual(told)
  })

  it('should take for a lost connection what nobody has a name for', () => {
    expect(afterClose('recorder', 1006)).toBe('reconnect')
    expect(afterClose('watcher', 4499)).toBe('reconnect')
  })

  it('should let be typed what the services take', () => {
    expect(LIMITS).toEqual(golden('service-edge/src/test/resources/golden/limits.json'))
  })

  it('should say nothing by itself that the services do not take', () => {
    for (const { consent, sign } of [en, es]) {
      expect(consent.wording.length).toBeLessThanOrEqual(LIMITS.consentWording)
      expect(sign.attestation.length).toBeLessThanOrEqual(LIMITS.attestation)
    }
  })
})
