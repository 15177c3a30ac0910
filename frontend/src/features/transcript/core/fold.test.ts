import { describe, expect, it } from 'vitest'
import { z } from '@/contracts/zod'

import { segmentSchema } from '@/contracts/socket'
import { goldenFiles } from '@/testing/golden'

import { EMPTY_TRANSCRIPT, fold } from './fold'

const goldenCase = z.object({
  says: z.string(),
  events: z.array(
    z.object({
      from: z.number(),
      through: z.number(),
      segments: z.array(segmentSchema.extend({ id: z.string().default('') })),
    }),
  ),
  words: z.array(z.string()),
  segments: z.array(z.string()),
  covered: z.number(),
  gaps: z.array(z.object({ start: z.number(), end: z.number() })),
})

describe('fold', () => {
  const files = goldenFiles('encounter-events/src/test/resources/golden/fold')

  it('has golden cases to hold on to', () => {
    expect(files.length).toBeGreaterThanOrEqual(3)
  })

  it.each(files)('should fold $name as the services do', ({ text }) => {
    const golden = goldenCase.parse(JSON.parse(text))

    const transcript = golden.events.reduce(fold, EMPTY_TRANSCRIPT)

    expect(transcript.segments.flatMap((s) => s.words.map((w) => w.text))).toEqual(golden.words)
    expect(transcript.segments.map((s) => s.id)).toEqual(golden.segments)
    expect(transcript.covered).toBe(golden.covered)
    expect(transcript.gaps).toEqual(golden.gaps)
  })
})
