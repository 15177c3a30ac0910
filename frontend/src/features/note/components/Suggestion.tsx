import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import classes from './Suggestion.module.css'

interface Props {
  readonly text: string
  readonly onTake: () => void
  readonly onPutAway: () => void
}

/** The new text beside what a person wrote; theirs stays unless they choose otherwise. */
export function Suggestion({ text, onTake, onPutAway }: Props) {
  const { t } = useTranslation()
  return (
    <div className={`${classes.suggestion ?? ''} screen-only`}>
      <p className={classes.text}>
        <span className={classes.title}>{t('suggestion.title')}</span> {text}
      </p>
      <Group gap="xs">
        <Button size="compact-md" variant="default" onClick={onTake}>
          {t('suggestion.take')}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={onPutAway}>
          {t('suggestion.keepMine')}
        </Button>
      </Group>
    </div>
  )
}
