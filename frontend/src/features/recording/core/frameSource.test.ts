import { beforeEach, describe, expect, it } from 'vitest'

import { FrameSource } from './frameSource'

describe('FrameSource', () => {
  let told: string[]
  let source: FrameSource

  beforeEach(() => {
    told = []
    source = new FrameSource(16_000, 16_000, {
      onFrame: ({ first, pcm }) => told.push(`frame ${String(first)}+${String(pcm.length)}`),
      onLevel: (_, position) => told.push(`level at ${String(position)}`),
      onPaused: () => told.push('paused'),
      onResumed: () => told.push('resumed'),
      onEnded: () => told.push('ended'),
    })
  })

  const hear = (samples: number) => {
    source.push(new Float32Array(samples))
  }

  it('should hand on what came before a pause first, and nothing in it', () => {
    hear(2_000)
    source.obey('pause')
    hear(5_000)
    source.obey('resume')
    hear(1_600)

    expect(told).toEqual([
      'frame 16000+1600',
      'level at 17600',
      'frame 17600+400',
      'level at 18000',
      'paused',
      'resumed',
      'frame 18000+1600',
      'level at 19600',
    ])
  })

  it('should tell nobody of a pause when it only holds', () => {
    source.obey('hold')
    hear(1_600)
    source.obey('resume')
    hear(1_600)

    expect(told).toEqual(['frame 16000+1600', 'level at 17600'])
  })

  it('should end with the rest', () => {
    hear(100)
    source.obey('end')

    expect(told).toEqual(['frame 16000+100', 'level at 16100', 'ended'])
    expect(source.ended).toBe(true)
  })
})
