import type { Engines } from '@/contracts/encounter'

/** The languages of a visit that the page has words for. */
const VISIT_LANGUAGES = ['en', 'es', 'multi'] as const

export type VisitLanguage = (typeof VISIT_LANGUAGES)[number]

export interface EngineNotice {
  readonly of: 'both' | 'speech' | 'note'
  readonly standing: 'embedded' | 'unknown'
  readonly languages: readonly string[]
}

export function isKnown(engines: Engines | undefined): boolean {
  return engines?.transcription !== undefined && engines.note !== undefined
}

/** Any, as long as nobody has said which are understood: the recording waits for its engine. */
export function visitLanguages(engines: Engines | undefined): readonly VisitLanguage[] {
  const understood = engines?.languages
  return understood ? VISIT_LANGUAGES.filter((each) => understood.includes(each)) : VISIT_LANGUAGES
}

/** Whether a draft is made of a visit in this language; of a mixed one it is in English. */
export function isDrafted(language: string, engines: Engines | undefined): boolean {
  const written = language === 'multi' ? 'en' : language
  return engines?.note?.languages.includes(written) ?? true
}

/** What whoever reads a transcript or a note must know of the engines: the weak, and the unknown. */
export function noticesOf({ transcription, note }: Engines): readonly EngineNotice[] {
  const speech = noticeOf('speech', transcription)
  const drafts = noticeOf('note', note)
  return speech && drafts && speech.standing === drafts.standing
    ? [{ ...speech, of: 'both' }]
    : [speech, drafts].filter((notice) => notice !== undefined)
}

function noticeOf(
  of: EngineNotice['of'],
  engine: Engines['transcription'],
): EngineNotice | undefined {
  if (!engine) return { of, standing: 'unknown', languages: [] }
  return engine.embedded ? { of, standing: 'embedded', languages: engine.languages } : undefined
}
