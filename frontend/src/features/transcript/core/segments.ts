import type { Segment } from '@/contracts/socket'

export function textOf({ text, words }: Segment): string {
  return text ?? words.map((word) => word.text).join(' ')
}

/** The voices of a visit, in the order in which they were first heard. */
export function speakersOf(segments: readonly Segment[]): string[] {
  return [...new Set(segments.map(({ speaker }) => speaker ?? ''))].filter((label) => label !== '')
}
