import { describe, expect, it } from 'vitest'

import { sentenceOf } from './delay'

describe('delay', () => {
  it('should tell at once what waits for somebody', () => {
    expect(sentenceOf({ behindMillis: 100, reason: 'provider-refuses' })).toBe('provider-refuses')
    expect(sentenceOf({ behindMillis: 100, reason: 'provider-out-of-credit' })).toBe(
      'provider-out-of-credit',
    )
  })

  it('should tell what passes once it lasts', () => {
    expect(sentenceOf({ behindMillis: 4999, reason: 'provider-busy' })).toBeUndefined()
    expect(sentenceOf({ behindMillis: 5000, reason: 'provider-busy' })).toBe('provider-busy')
    expect(sentenceOf({ behindMillis: 5000, reason: 'a newer one' })).toBe('other')
  })

  it('should be silent once the words have caught up', () => {
    expect(sentenceOf({ behindMillis: 0, reason: 'provider-refuses' })).toBeUndefined()
  })
})
