import { describe, expect, it } from 'vitest'

import type { Segment } from '@/contracts/socket'

import { LiveTranscript } from './liveTranscript'

function said(start: number, speaker: string, more: Partial<Segment> = {}): Segment {
  const end = start + 100
  return {
    id: `s${String(start)}`,
    start,
    end,
    speaker,
    words: [{ text: 'word', start, end, confidence: 0.9 }],
    confidence: 0.9,
    inaudible: false,
    ...more,
  }
}

async function reading(segments: Segment[]): Promise<LiveTranscript> {
  const transcript = new LiveTranscript(() =>
    Promise.resolve({ segments, coveredSamples: 1000, complete: false, speakers: {} }),
  )
  await transcript.refresh()
  return transcript
}

describe('LiveTranscript', () => {
  it('should name another voice for what was read and for what came live', async () => {
    const transcript = await reading([said(0, 'S1'), said(200, 'S1')])
    transcript.receive({ type: 'segment', from: 1000, through: 2000, segments: [said(1000, 'S1')] })

    transcript.receive({
      type: 'speakers',
      segments: [
        { id: 's200', speaker: 'S2' },
        { id: 's1000', speaker: 'S3' },
      ],
    })

    expect(transcript.state.get().segments.map(({ speaker }) => speaker)).toEqual([
      'S1',
      'S2',
      'S3',
    ])
  })

  it('should leave the voice that a person named', async () => {
    const corrected = { at: '2026-12-01T09:00:00Z', originalSpeaker: 'S1' }
    const transcript = await reading([said(0, 'S2', { corrected })])

    transcript.receive({ type: 'speakers', segments: [{ id: 's0', speaker: 'S3' }] })

    expect(transcript.state.get().segments[0]?.speaker).toBe('S2')
  })
})
