import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Question } from '../api/audit'

interface Props {
  readonly onAsk: (question: Question) => void
}

/** Asks when it is sent, not while it is written: each question stands in the trail itself. */
export function AuditForm({ onAsk }: Props) {
  const { t } = useTranslation()
  const [question, setQuestion] = useState<Question>({ patient: '', person: '', from: '' })
  const change = (part: Partial<Question>) => {
    setQuestion({ ...question, ...part })
  }
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk({ ...question, patient: question.patient.trim(), person: question.person.trim() })
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={t('audit.patient')}
          flex={1}
          miw="12rem"
          maxLength={120}
          value={question.patient}
          onChange={(event) => {
            change({ patient: event.currentTarget.value, person: '' })
          }}
        />
        <TextInput
          label={t('audit.person')}
          flex={1}
          miw="12rem"
          maxLength={255}
          value={question.person}
          onChange={(event) => {
            change({ person: event.currentTarget.value, patient: '' })
          }}
        />
        <TextInput
          label={t('audit.from')}
          type="date"
          value={question.from}
          onChange={(event) => {
            change({ from: event.currentTarget.value })
          }}
        />
        <Button type="submit">{t('audit.ask')}</Button>
      </Group>
    </form>
  )
}
