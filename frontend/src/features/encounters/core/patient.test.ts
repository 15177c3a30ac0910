import { describe, expect, it } from 'vitest'

import { draftOf, isSomebody, NOBODY, patientOf } from './patient'

describe('who is treated', () => {
  it('should be nobody while nothing is typed', () => {
    expect(isSomebody(NOBODY)).toBe(false)
    expect(isSomebody({ ...NOBODY, name: '  ' })).toBe(false)
    expect(patientOf(NOBODY)).toEqual({})
  })

  it('should be sent as far as it is known', () => {
    expect(patientOf({ ...NOBODY, name: ' محمد ', number: ' 7 ' })).toEqual({
      identifier: { value: '7' },
      name: 'محمد',
    })
  })

  it('should not lose whose number was typed without one', () => {
    expect(patientOf({ ...NOBODY, system: 'urn:oid:1.2' })).toEqual({
      identifier: { system: 'urn:oid:1.2', value: '' },
    })
  })

  it('should come back as it was typed', () => {
    const typed = {
      name: 'María López',
      birthDate: '1956-02-29',
      sex: 'female',
      number: '7',
      system: 'urn:oid:1.2',
    } as const
    expect(draftOf(patientOf(typed))).toEqual(typed)
    expect(draftOf(undefined)).toEqual(NOBODY)
  })
})
