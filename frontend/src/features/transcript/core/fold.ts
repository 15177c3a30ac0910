import type { Segment, Word } from '@/contracts/socket'

/** One final result: all audio in [from, through) has been listened to. */
export interface Final {
  readonly from: number
  readonly through: number
  readonly segments: readonly Segment[]
}

export interface Gap {
  readonly start: number
  readonly end: number
}

export interface Transcript {
  readonly segments: readonly Segment[]
  readonly covered: number
  readonly gaps: readonly Gap[]
}

export const EMPTY_TRANSCRIPT: Transcript = { segments: [], covered: 0, gaps: [] }

/**
 * Keeps every word exactly once, whatever is sent again: a word whose middle lies before the
 * position already covered is dropped. The golden cases bind it to the services' own fold.
 */
export function fold(transcript: Transcript, final: Final): Transcript {
  const { covered } = transcript
  const added = final.segments.flatMap((segment) => unknownPart(segment, covered))
  return {
    segments: added.length ? [...transcript.segments, ...added] : transcript.segments,
    covered: Math.max(covered, final.through),
    gaps:
      final.from > covered
        ? [...transcript.gaps, { start: covered, end: final.from }]
        : transcript.gaps,
  }
}

/** Who said a segment, as far as is known by now. */
export interface Attribution {
  readonly id: string
  readonly speaker: string
}

/** Names other voices for segments that are known; words and a person's corrections stay. */
export function attribute<T extends { readonly segments: readonly Segment[] }>(
  transcript: T,
  revised: readonly Attribution[],
): T {
  const speakers = new Map(revised.map(({ id, speaker }) => [id, speaker]))
  return {
    ...transcript,
    segments: transcript.segments.map((segment) => {
      const speaker = speakers.get(segment.id)
      if (speaker === undefined || segment.corrected?.originalSpeaker !== undefined) return segment
      return { ...segment, speaker }
    }),
  }
}

function unknownPart(segment: Segment, covered: number): Segment[] {
  if (segment.inaudible) {
    const start = Math.max(segment.start, covered)
    return start < segment.end ? [named({ ...segment, start })] : []
  }
  const words = segment.words.filter((word) => middleOf(word) >= covered)
  if (words.length === segment.words.length) return [named(segment)]
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return []
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length
  return [named({ ...segment, start: first.start, end: last.end, words, confidence })]
}

function named(segment: Segment): Segment {
  return { ...segment, id: `s${String(segment.start)}` }
}

function middleOf(word: Word): number {
  return word.start + Math.floor((word.end - word.start) / 2)
}
