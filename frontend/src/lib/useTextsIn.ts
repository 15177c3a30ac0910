import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isLanguage, loadLanguage } from './language'

/** The texts in another language than the page's; in the page's until they are loaded. */
export function useTextsIn(language: string): TFunction {
  const { t, i18n } = useTranslation()
  const [loaded, setLoaded] = useState<string>()
  useEffect(() => {
    if (!isLanguage(language)) return
    void loadLanguage(language).then(() => {
      setLoaded(language)
    })
  }, [language])
  return loaded === language ? i18n.getFixedT(language) : t
}
