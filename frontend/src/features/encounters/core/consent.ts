export interface Consent {
  readonly decision: 'granted' | 'withdrawn'
  readonly method: 'spoken' | 'written' | 'on-file'
  readonly givenBy: 'patient' | 'representative'
  readonly wording?: string
}

export const METHODS = ['spoken', 'written', 'on-file'] as const
export const GIVERS = ['patient', 'representative'] as const

/** What stands on the consent card. */
export interface ConsentDraft {
  readonly given: boolean
  readonly method: Consent['method']
  readonly givenBy: Consent['givenBy']
}

export const NO_CONSENT: ConsentDraft = { given: false, method: 'spoken', givenBy: 'patient' }

/** The event to keep, with the very words that were shown. */
export function consentOf({ method, givenBy }: ConsentDraft, wording: string): Consent {
  return { decision: 'granted', method, givenBy, wording }
}
