/** The sentence for a note that could not be written; several causes share one. */
export type FailureKey =
  'too-short' | 'nothing-to-note' | 'language' | 'provider' | 'busy' | 'other'

export function failureKey(code: string): FailureKey {
  switch (code) {
    case 'transcript-too-short':
    case 'transcript-empty':
      return 'too-short'
    case 'nothing-to-note':
    case 'nothing-to-write':
      return 'nothing-to-note'
    case 'offline-english-only':
    case 'language-unsupported':
      return 'language'
    case 'provider-busy':
    case 'drafter-busy':
    case 'provider-timeout':
    case 'provider-unreachable':
      return 'busy'
    default:
      return code.startsWith('provider-') ? 'provider' : 'other'
  }
}

/** The same transcript gives the same answer, unless it was not read at all. */
export function helpsToWriteAgain(key: FailureKey): boolean {
  return key === 'busy' || key === 'provider' || key === 'other'
}
