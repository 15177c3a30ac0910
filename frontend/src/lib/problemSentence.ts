import type { Problem } from '@/contracts/socket'
import { kindOf } from './problem'

/** What only a page with a defect is told: whoever reads it can do one thing about all of them. */
export const DEFECTS_OF_OURS: ReadonlySet<string> = new Set([
  'audio-expected',
  'bad-request',
  'frame-too-large',
  'headers-too-large',
  'malformed-frame',
  'malformed-json',
  'method-not-allowed',
  'not-acceptable',
  'not-started',
  'precondition-required',
  'unknown-type',
])

/** The key of the sentence that says what is wrong and what to do. */
export function sentenceOf(problem: Problem, exists: (key: string) => boolean): string {
  const kind = kindOf(problem)
  if (DEFECTS_OF_OURS.has(kind)) return 'problem.defect'
  const key = `problem.${kind}`
  return exists(key) ? key : 'problem.unknown'
}
