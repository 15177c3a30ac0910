import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { SpeakerRole } from '@/contracts/encounter'
import { LIMITS } from '@/contracts/limits'
import type { Segment } from '@/contracts/socket'
import { useReadable } from '@/lib/useReadable'

import { useCorrectSegment } from '../api/transcript'
import type { LiveTranscript } from '../core/liveTranscript'
import { speakersOf, textOf } from '../core/segments'

interface Props {
  readonly encounterId: string
  readonly segment: Segment
  readonly roles: Readonly<Record<string, SpeakerRole>>
  readonly transcript: LiveTranscript
  readonly onClose: () => void
}

/** Puts right what was heard wrongly; what was heard first is kept. */
export function SegmentEditor({ encounterId, segment, roles, transcript, onClose }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(textOf(segment))
  const [speaker, setSpeaker] = useState(segment.speaker ?? '')
  const segments = useReadable(transcript.state, (state) => state.segments)
  const correct = useCorrectSegment(encounterId, () => {
    void transcript.refresh()
    onClose()
  })

  function save() {
    const newText = text.trim()
    const change = {
      ...(newText !== textOf(segment) ? { text: newText } : {}),
      ...(speaker !== (segment.speaker ?? '') ? { speaker } : {}),
    }
    if (Object.keys(change).length === 0) onClose()
    else correct.mutate({ segmentId: segment.id, ...change })
  }

  return (
    <Stack gap="xs" my="xs">
      <Textarea
        aria-label={t('transcript.words')}
        autosize
        autoFocus
        value={text}
        maxLength={LIMITS.segment}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <NativeSelect
        aria-label={t('transcript.speaker')}
        value={speaker}
        data={speakersOf(segments).map((label) => {
          const role = roles[label]
          return { value: label, label: role ? t(`role.${role}`) : label }
        })}
        onChange={(event) => {
          setSpeaker(event.currentTarget.value)
        }}
      />
      {correct.isError && <ProblemNotice error={correct.error} />}
      <Group gap="xs">
        <Button size="sm" loading={correct.isPending} disabled={text.trim() === ''} onClick={save}>
          {t('app.save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
