import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { LIMITS } from '@/contracts/limits'
import type { Evidence } from '@/contracts/note'

import type { OmissionState } from '../core/document'

import classes from './Omissions.module.css'

interface Props {
  readonly omissions: readonly OmissionState[]
  readonly locked: boolean
  readonly onInsert: (id: string) => void
  readonly onDismiss: (id: string, reason: string) => void
  /** The omission that is being heard. */
  readonly playing: string | undefined
  readonly onPlay: (id: string, evidence: readonly Evidence[]) => void
}

const REASONS = ['already-in-note', 'not-relevant', 'misheard'] as const

/** What was said that matters for safety, and that no statement covers. */
export function Omissions(props: Props) {
  const { omissions, locked, playing, onInsert, onDismiss, onPlay } = props
  const { t } = useTranslation()
  const [dismissing, setDismissing] = useState<string>()
  if (omissions.length === 0) return null
  return (
    <section className={`${classes.omissions ?? ''} screen-only`} aria-labelledby="omissions-title">
      <h2 id="omissions-title" className={classes.title}>
        {t('omissions.title')}
      </h2>
      <ul className={classes.list}>
        {omissions.map(({ omission, resolution }) => (
          <li key={omission.id} className={classes.item} data-open={resolution === undefined}>
            <div className={classes.text}>
              <span className={classes.kind}>{t(`omissions.kind.${omission.kind}`)}</span>{' '}
              {omission.text}
              {omission.evidence.quote !== omission.text && (
                <span className={classes.quote}>“{omission.evidence.quote}”</span>
              )}
              {resolution && (
                <span className={classes.quote}>
                  {t(`omissions.${resolution.kind}`)}
                  {resolution.reason ? `: ${resolution.reason}` : ''}
                </span>
              )}
            </div>
            <Group gap="xs">
              <Button
                size="compact-md"
                variant="subtle"
                leftSection={
                  playing === omission.id ? (
                    <IconPlayerStop aria-hidden size="1rem" />
                  ) : (
                    <IconPlayerPlay aria-hidden size="1rem" />
                  )
                }
                onClick={() => {
                  onPlay(omission.id, [omission.evidence])
                }}
              >
                {t(playing === omission.id ? 'line.stop' : 'omissions.hear')}
              </Button>
              {resolution === undefined && !locked && (
                <>
                  <Button
                    size="compact-md"
                    variant="default"
                    leftSection={<IconPlus aria-hidden size="1rem" />}
                    onClick={() => {
                      onInsert(omission.id)
                    }}
                  >
                    {t('omissions.insert')}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    leftSection={<IconX aria-hidden size="1rem" />}
                    onClick={() => {
                      setDismissing(omission.id)
                    }}
                  >
                    {t('omissions.dismiss')}
                  </Button>
                </>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {dismissing !== undefined && (
        <DismissDialog
          onClose={() => {
            setDismissing(undefined)
          }}
          onDismiss={(reason) => {
            onDismiss(dismissing, reason)
            setDismissing(undefined)
          }}
        />
      )}
    </section>
  )
}

function DismissDialog({
  onClose,
  onDismiss,
}: {
  readonly onClose: () => void
  readonly onDismiss: (reason: string) => void
}) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<string>(REASONS[0])
  const [words, setWords] = useState('')
  const known = REASONS.find((reason) => reason === choice)
  const reason = known ? t(`omissions.reason.${known}`) : words.trim()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('omissions.why')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason !== '') onDismiss(reason)
        }}
      >
        <Stack>
          <Radio.Group aria-label={t('omissions.why')} value={choice} onChange={setChoice}>
            <Stack gap="sm">
              {REASONS.map((each) => (
                <Radio key={each} value={each} label={t(`omissions.reason.${each}`)} />
              ))}
              <Radio value="other" label={t('omissions.reason.other')} />
            </Stack>
          </Radio.Group>
          {!known && (
            <TextInput
              label={t('omissions.ownReason')}
              maxLength={LIMITS.omissionReason}
              value={words}
              onChange={(event) => {
                setWords(event.currentTarget.value)
              }}
            />
          )}
          <Button type="submit" disabled={reason === ''}>
            {t('omissions.dismiss')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
