import type { Verification } from '@/contracts/note'

/** The rules that the review knows; each has a sentence. */
export const RULES = [
  'answer-given',
  'certainty-agrees',
  'dates-agree',
  'evidence-given',
  'frequency-agrees',
  'heard-well',
  'laterality-agrees',
  'limits-agree',
  'medicines-agree',
  'negation-agrees',
  'numbers-agree',
  'opposites-agree',
  'quote-stands',
  'ranges-agree',
  'speaker-may-say',
  'subject-stands',
  'treatment-agrees',
  'units-agree',
  'values-belong',
  'sides-belong',
  'whose-agrees',
  'no-identifiers',
  'words-were-said',
] as const

export type FindingKey = (typeof RULES)[number] | 'other'

/** A finding as it is said: which sentence, about which words. */
export interface Said {
  readonly key: FindingKey
  readonly words: string
}

/** What was checked and does not hold, each thing once; a rule of a newer review has a plain sentence. */
export function findingsOf(verification: Verification | undefined): readonly Said[] {
  const said = (verification?.findings ?? []).map(({ rule, detail }) => ({
    key: RULES.find((known) => known === rule) ?? ('other' as const),
    words: detail,
  }))
  return said.filter(
    ({ key, words }, i) =>
      said.findIndex((other) => other.key === key && other.words === words) === i,
  )
}
