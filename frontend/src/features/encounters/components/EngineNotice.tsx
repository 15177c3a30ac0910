import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { languageNames } from '@/lib/languageNames'

import { useEngines } from '../api/encounters'
import { noticesOf } from '../core/engines'

import classes from './EngineNotice.module.css'

/** Says so when the installation's own, weaker engines serve, or when nobody knows which do. */
export function EngineNotice() {
  const { t, i18n } = useTranslation()
  const { data } = useEngines()
  const notices = data ? noticesOf(data) : []
  if (notices.length === 0) return null
  return (
    <p className={`${classes.banner ?? ''} screen-only`}>
      <IconInfoCircle aria-hidden className={classes.icon} />
      {notices
        .map(({ of, standing, languages }) =>
          t(`engines.${standing}.${of}`, { languages: languageNames(languages, i18n.language) }),
        )
        .join(' ')}
    </p>
  )
}
