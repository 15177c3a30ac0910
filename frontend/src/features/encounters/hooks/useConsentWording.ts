import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { isLanguage, loadLanguage } from '@/lib/language'

/** The words for the patient, in the language of the visit; a mixed visit takes the page's. */
export function useConsentWording(visitLanguage: string): string {
  const { t, i18n } = useTranslation()
  const language = isLanguage(visitLanguage) ? visitLanguage : i18n.language
  const { data } = useQuery({
    queryKey: ['consent-wording', language],
    queryFn: async () => {
      if (isLanguage(language)) await loadLanguage(language)
      return i18n.getFixedT(language)('consent.wording')
    },
    staleTime: Infinity,
    networkMode: 'always',
  })
  return data ?? t('consent.wording')
}
