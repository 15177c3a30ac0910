import { ActionIcon, Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { timeOfDay } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import { emptySections, openOmissions, unsupportedLines } from '../core/document'
import { isStuck, type NoteEditor } from '../core/editor'

import classes from './SignBar.module.css'

interface Props {
  readonly editor: NoteEditor
  readonly onSign: () => void
  /** Leads to the first thing that still has to be decided. */
  readonly onNext: () => void
}

/** What stands between here and a signature, and whether all of it is saved. */
export function SignBar({ editor, onSign, onNext }: Props) {
  const { t, i18n } = useTranslation()
  const { note, saving, savedAt, canUndo } = useReadable(editor.state, (state) => state)
  const unsupported = unsupportedLines(note).length
  const omissions = openOmissions(note).length
  const open = unsupported + omissions
  const stuck = isStuck(saving)
  const parts = [
    unsupported > 0 ? t('sign.unsupported', { count: unsupported }) : '',
    omissions > 0 ? t('sign.omissions', { count: omissions }) : '',
  ].filter(Boolean)
  const empty = emptySections(note)
  return (
    <div className={`${classes.bar ?? ''} screen-only`}>
      <Text fw={650} role="status" data-testid="open-items">
        {stuck ? t('sign.unsaved') : open === 0 ? t('sign.ready') : parts.join(', ')}
      </Text>
      {empty.length > 0 && <Text size="sm">{t('sign.empty', { sections: empty.join(', ') })}</Text>}
      <Text size="sm" c="dimmed" aria-live="polite" data-testid="saving">
        {saving === 'saved' && savedAt
          ? t('sign.savedAt', { time: timeOfDay(savedAt.toISOString(), i18n.language) })
          : t(`sign.saving.${saving}`)}
      </Text>
      <span className={classes.buttons}>
        <ActionIcon
          aria-label={t('sign.undo')}
          title={t('sign.undo')}
          disabled={!canUndo}
          onClick={() => {
            editor.undo()
          }}
        >
          <IconArrowBackUp aria-hidden />
        </ActionIcon>
        {open > 0 ? (
          <Button variant="default" onClick={onNext}>
            {t('sign.next')}
          </Button>
        ) : (
          <Button disabled={stuck} leftSection={<IconSignature aria-hidden />} onClick={onSign}>
            {t('sign.action')}
          </Button>
        )}
      </span>
    </div>
  )
}
