import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useReadable } from '@/lib/useReadable'

import type { NoteEditor } from '../core/editor'

import classes from './ConflictNotice.module.css'

/** Somebody else was quicker, or the note could not be saved: nothing is overwritten unasked. */
export function ConflictNotice({ editor }: { readonly editor: NoteEditor }) {
  const { t } = useTranslation()
  const saving = useReadable(editor.state, (state) => state.saving)
  const error = useReadable(editor.state, (state) => state.error)
  const [failure, setFailure] = useState<unknown>()
  const settle = (work: Promise<void>) => {
    work.then(() => {
      setFailure(undefined)
    }, setFailure)
  }
  if (saving === 'failed') {
    return (
      <ProblemNotice
        error={error}
        action={{ label: t('app.tryAgain'), run: () => void editor.flush() }}
      />
    )
  }
  if (saving === 'locked') {
    return (
      <ProblemNotice
        error={error}
        action={{
          label: t('conflict.takeTheirs'),
          run: () => {
            settle(editor.takeTheirs())
          },
        }}
      />
    )
  }
  if (saving !== 'conflict') return null
  return (
    <div className={classes.notice} role="alert">
      <p className={classes.text}>{t('conflict.text')}</p>
      <Group gap="xs">
        <Button
          variant="default"
          onClick={() => {
            settle(editor.takeTheirs())
          }}
        >
          {t('conflict.takeTheirs')}
        </Button>
        <Button
          onClick={() => {
            settle(editor.keepMine())
          }}
        >
          {t('conflict.keepMine')}
        </Button>
      </Group>
      {failure !== undefined && <ProblemNotice error={failure} />}
    </div>
  )
}
