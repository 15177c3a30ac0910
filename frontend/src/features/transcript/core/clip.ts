import type { Segment } from '@/contracts/socket'

import { quotedWords } from './quote'

/** A stretch of a recording, in samples. */
export interface Clip {
  readonly start: number
  readonly end: number
  /** The line it is played for, if for one. */
  readonly of?: string
}

interface Evidence {
  readonly segment: string
  readonly quote: string
}

/** The seconds in which a statement's evidence was said: the quoted words, or else the segment. */
export function clipOf(
  segments: readonly Segment[],
  evidence: readonly Evidence[],
): Clip | undefined {
  const spans = evidence.flatMap(({ segment, quote }) => {
    const found = segments.find(({ id }) => id === segment)
    if (!found) return []
    const run = quotedWords(found.words, quote)
    const first = run && found.words[run.first]
    const last = run && found.words[run.last]
    return [first && last ? { start: first.start, end: last.end } : found]
  })
  const [span] = spans
  return span && { start: span.start, end: span.end }
}
