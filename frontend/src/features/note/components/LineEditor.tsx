import { Button, Stack, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { LIMITS } from '@/contracts/limits'

import classes from './LineEditor.module.css'

interface Props {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** Editing in place; every keystroke counts as a change, so there is nothing to forget to save. */
export function LineEditor({ text, onText, onClose }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const end = field.current?.value.length ?? 0
    field.current?.focus()
    field.current?.setSelectionRange(end, end)
  }, [])
  return (
    <Stack gap="xs" className={classes.editor ?? ''}>
      <Textarea
        ref={field}
        aria-label={t('line.text')}
        autosize
        maxLength={LIMITS.statement}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
            event.preventDefault()
            event.stopPropagation()
            event.currentTarget.closest<HTMLElement>('[data-statement]')?.focus()
            onClose()
          }
        }}
      />
      <Button size="compact-md" variant="default" className={classes.done ?? ''} onClick={onClose}>
        {t('line.done')}
      </Button>
    </Stack>
  )
}
