import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { EmergencyVisit } from '@/contracts/access'
import type { WorkingNote } from '@/contracts/note'
import type { Segment } from '@/contracts/socket'
import { dateAndTime } from '@/lib/time'

import { useOpenedVisit } from '../api/emergency'

/** A colleague's visit, to be read: note first, then what was said. */
export function OpenedVisit({ visit }: { readonly visit: EmergencyVisit }) {
  const { t, i18n } = useTranslation()
  const opened = useOpenedVisit(visit.id)
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>
        {[dateAndTime(visit.createdAt, i18n.language), visit.visitType].filter(Boolean).join(' · ')}
      </Title>
      <Text c="var(--ms-danger)" fw={650}>
        {t('emergency.until', { time: dateAndTime(visit.until, i18n.language) })}
      </Text>
      {opened.isError ? (
        <ProblemNotice error={opened.error} />
      ) : (
        opened.data && (
          <>
            <NoteText note={opened.data.note} />
            <Words segments={opened.data.transcript.segments} />
          </>
        )
      )}
    </Stack>
  )
}

function NoteText({ note }: { readonly note: WorkingNote | undefined }) {
  const { t } = useTranslation()
  if (!note) return <Text c="dimmed">{t('emergency.noNote')}</Text>
  return (
    <>
      <Text fw={650}>{t(note.signature ? 'emergency.signed' : 'emergency.unsigned')}</Text>
      {note.note.sections
        .filter(({ statements }) => statements.length > 0)
        .map(({ code, heading, statements }) => (
          <div key={code}>
            <Title order={3}>{heading?.title ?? code}</Title>
            {statements.map(({ id, text, verification, acceptance }) => (
              <Text key={id}>
                {text}
                {verification?.status === 'unsupported' && !acceptance && (
                  <Text span c="var(--ms-danger)">
                    {' '}
                    ({t('emergency.unsupported')})
                  </Text>
                )}
              </Text>
            ))}
          </div>
        ))}
      {note.addenda.map(({ id, text }) => (
        <Text key={id}>{text}</Text>
      ))}
    </>
  )
}

function Words({ segments }: { readonly segments: readonly Segment[] }) {
  const { t } = useTranslation()
  if (segments.length === 0) return null
  return (
    <div>
      <Title order={3}>{t('transcript.title')}</Title>
      {segments.map(({ id, speaker, text, words }) => (
        <Text key={id}>
          {speaker && <strong>{speaker} </strong>}
          {text ?? words.map((word) => word.text).join(' ')}
        </Text>
      ))}
    </div>
  )
}
