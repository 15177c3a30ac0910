import { useTextsIn } from '@/lib/useTextsIn'

/** The words for the patient, in the language of the visit; a mixed visit takes the page's. */
export function useConsentWording(visitLanguage: string): string {
  return useTextsIn(visitLanguage)('consent.wording')
}
