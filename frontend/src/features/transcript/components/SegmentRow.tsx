import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import {
  IconChevronDown,
  IconEarOff,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { speakerRoleSchema, type SpeakerRole } from '@/contracts/encounter'
import type { Segment } from '@/contracts/socket'
import { clock } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import { useNameSpeaker } from '../api/transcript'
import type { ClipPlayer } from '../audio/clipPlayer'
import { isBadlyHeard, isUncertain } from '../core/confidence'
import type { LiveTranscript } from '../core/liveTranscript'
import { isQuoted } from '../core/quote'

import { SegmentEditor } from './SegmentEditor'
import { SpeakerName } from './SpeakerName'

import classes from './SegmentRow.module.css'

interface Props {
  readonly encounterId: string
  readonly segment: Segment
  readonly roles: Readonly<Record<string, SpeakerRole>>
  readonly newSpeaker: boolean
  readonly keyTerms: readonly string[]
  readonly correctable: boolean
  readonly quotes: readonly string[] | undefined
  readonly player: ClipPlayer
  readonly transcript: LiveTranscript
}

export const SegmentRow = memo(function SegmentRow(props: Props) {
  const { encounterId, segment, roles, newSpeaker, keyTerms, correctable, quotes } = props
  const { player, transcript } = props
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const playing = useReadable(
    player.state,
    ({ clip }) => clip?.start === segment.start && clip.end === segment.end,
  )
  return (
    <div className={classes.segment} data-quoted={quotes !== undefined}>
      <div className={classes.head}>
        {newSpeaker && (
          <SpeakerMenu
            encounterId={encounterId}
            speaker={segment.speaker}
            roles={roles}
            transcript={transcript}
          />
        )}
        <span className={classes.time}>{clock(segment.start)}</span>
        {segment.corrected && <span className={classes.time}>{t('transcript.corrected')}</span>}
        <span className={classes.tools}>
          <ActionIcon
            size="lg"
            aria-label={t(playing ? 'transcript.stop' : 'transcript.play', {
              time: clock(segment.start),
            })}
            onClick={() => {
              if (playing) player.stop()
              else void player.play({ start: segment.start, end: segment.end })
            }}
          >
            {playing ? <IconPlayerStop aria-hidden /> : <IconPlayerPlay aria-hidden />}
          </ActionIcon>
          {correctable && !editing && (
            <ActionIcon
              size="lg"
              aria-label={t('transcript.correct', { time: clock(segment.start) })}
              onClick={() => {
                setEditing(true)
              }}
            >
              <IconPencil aria-hidden />
            </ActionIcon>
          )}
        </span>
      </div>
      {editing ? (
        <SegmentEditor
          encounterId={encounterId}
          segment={segment}
          roles={roles}
          transcript={transcript}
          onClose={() => {
            setEditing(false)
          }}
        />
      ) : (
        <Words segment={segment} keyTerms={keyTerms} quotes={quotes} />
      )}
    </div>
  )
})

function Words({ segment, keyTerms, quotes }: Pick<Props, 'segment' | 'keyTerms' | 'quotes'>) {
  const { t } = useTranslation()
  if (segment.inaudible) return <p className={classes.inaudible}>{t('transcript.inaudible')}</p>
  if (segment.corrected?.originalText !== undefined) {
    return <p className={classes.words}>{quotes ? <mark>{segment.text}</mark> : segment.text}</p>
  }
  const quoted = isQuoted(segment.words, quotes ?? [])
  return (
    <>
      {isBadlyHeard(segment.words) && (
        <p className={classes.badlyHeard}>
          <IconEarOff aria-hidden />
          {t('transcript.badlyHeard')}
        </p>
      )}
      <p className={classes.words}>
        {segment.words.map((word, i) => {
          const doubtful = isUncertain(word, keyTerms)
          return (
            <span key={word.start} data-quoted={quoted[i]}>
              <span
                data-start={word.start}
                data-end={word.end}
                className={doubtful ? classes.doubtful : classes.word}
                title={doubtful ? t('transcript.doubtful') : undefined}
              >
                {word.text}
              </span>{' '}
            </span>
          )
        })}
      </p>
    </>
  )
}

function SpeakerMenu({
  encounterId,
  speaker,
  roles,
  transcript,
}: Pick<Props, 'encounterId' | 'roles' | 'transcript'> & { readonly speaker: string | undefined }) {
  const { t } = useTranslation()
  const name = useNameSpeaker(encounterId, () => void transcript.refresh())
  if (speaker === undefined) return <SpeakerName speaker={speaker} roles={roles} />
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.nameButton ?? ''}>
          <SpeakerName speaker={speaker} roles={roles} />
          <IconChevronDown aria-hidden className={classes.chevron} />
          <span className="visually-hidden">{t('transcript.nameSpeaker')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('transcript.whoIs')}</Menu.Label>
        {speakerRoleSchema.options.map((role) => (
          <Menu.Item
            key={role}
            onClick={() => {
              name.mutate({ speaker, role })
            }}
          >
            {t(`role.${role}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
