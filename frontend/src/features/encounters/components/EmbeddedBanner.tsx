import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useEngines } from '../api/encounters'

import classes from './EmbeddedBanner.module.css'

/** Says so when the installation's own, weaker engines serve. */
export function EmbeddedBanner() {
  const { t } = useTranslation()
  const { data } = useEngines()
  const speech = data?.transcription.embedded ?? false
  const note = data?.note.embedded ?? false
  if (!speech && !note) return null
  const kind = speech && note ? 'both' : speech ? 'speech' : 'note'
  return (
    <p className={`${classes.banner ?? ''} screen-only`}>
      <IconInfoCircle aria-hidden className={classes.icon} />
      {t(`embedded.${kind}`)}
    </p>
  )
}
