import { afterEach, describe, expect, it, vi } from 'vitest'

import { dateAndTime, firstDayOfWeek, shortDayOf } from './time'

describe('dates', () => {
  const moment = new Date(2026, 10, 25, 18, 41).toISOString()

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    { browser: ['en-GB', 'en'], language: 'en', written: '25 Nov 2026, 18:41' },
    { browser: ['en-US'], language: 'en', written: 'Nov 25, 2026, 6:41 PM' },
    { browser: ['de-DE', 'en-GB'], language: 'en', written: '25 Nov 2026, 18:41' },
    { browser: ['en-GB'], language: 'es', written: '25 nov 2026, 18:41' },
  ])('should follow the region of $browser in $language', ({ browser, language, written }) => {
    vi.stubGlobal('navigator', { languages: browser })

    expect(dateAndTime(moment, language).replace(/\s/g, ' ')).toBe(written)
  })

  it.each([
    { browser: ['en-GB'], language: 'en', written: '25 Nov 2026', firstDay: 1 },
    { browser: ['en-US'], language: 'en', written: 'Nov 25, 2026', firstDay: 0 },
    { browser: ['en-US'], language: 'es', written: '25 nov 2026', firstDay: 1 },
    { browser: ['es-MX'], language: 'es', written: '25 nov 2026', firstDay: 0 },
  ])(
    'should write a day and begin the week as $browser does in $language',
    ({ browser, language, written, firstDay }) => {
      vi.stubGlobal('navigator', { languages: browser })

      expect(shortDayOf('2026-11-25', language)).toBe(written)
      expect(firstDayOfWeek(language)).toBe(firstDay)
    },
  )
})
