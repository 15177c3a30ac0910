import { Button, Stack, Text, Textarea } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { LIMITS } from '@/contracts/limits'
import { nameOf, type WorkingNote } from '@/contracts/note'
import { dateAndTime } from '@/lib/time'

import { useAddendum } from '../api/note'

import classes from './SignedPart.module.css'

interface Props {
  readonly encounterId: string
  readonly note: WorkingNote
}

/** Signature and addenda: all that can still be added. */
export function SignedPart({ encounterId, note }: Props) {
  const { t, i18n } = useTranslation()
  if (!note.signature) return null
  const { signature, addenda } = note
  return (
    <section className={classes.signed} aria-label={t('signed.title')}>
      <p className={classes.signature}>
        <IconSignature aria-hidden className={classes.icon} />
        <span>
          <strong>
            {t('signed.by', {
              name: nameOf(signature.by),
              time: dateAndTime(signature.at, i18n.language),
            })}
          </strong>
          <br />
          {signature.attestation}
        </span>
      </p>
      <Text size="sm" c="dimmed" className={classes.hash ?? ''}>
        SHA-256 {signature.sha256}
      </Text>
      {addenda.map((addendum) => (
        <article key={addendum.id} className={classes.addendum}>
          <h3>
            {t('signed.addendum', {
              name: nameOf(addendum.by),
              time: dateAndTime(addendum.at, i18n.language),
            })}
          </h3>
          <p>{addendum.text}</p>
        </article>
      ))}
      <NewAddendum encounterId={encounterId} />
    </section>
  )
}

function NewAddendum({ encounterId }: { readonly encounterId: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const write = useAddendum(encounterId)
  return (
    <form
      className="screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate(text.trim(), {
          onSuccess: () => {
            setText('')
          },
        })
      }}
    >
      <Stack gap="xs" align="flex-start">
        <Textarea
          w="100%"
          label={t('signed.newAddendum')}
          autosize
          minRows={2}
          maxLength={LIMITS.addendum}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
          }}
        />
        {write.isError && <ProblemNotice error={write.error} />}
        <Button
          type="submit"
          variant="default"
          disabled={text.trim() === ''}
          loading={write.isPending}
        >
          {t('signed.add')}
        </Button>
      </Stack>
    </form>
  )
}
