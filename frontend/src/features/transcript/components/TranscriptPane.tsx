import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Segment } from '@/contracts/socket'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'
import { useReadable } from '@/lib/useReadable'

import type { ClipPlayer } from '../audio/clipPlayer'
import type { LiveTranscript } from '../core/liveTranscript'
import { quotesBySegment, type Quotation } from '../core/quote'

import { InterimLine } from './InterimLine'
import { SegmentRow } from './SegmentRow'

import classes from './TranscriptPane.module.css'

interface Props {
  readonly encounterId: string
  readonly transcript: LiveTranscript
  readonly player: ClipPlayer
  readonly keyTerms: readonly string[]
  /** Words may be corrected: the recording is over, the note not signed. */
  readonly correctable: boolean
  /** New words are expected; the pane follows them until the reader scrolls away. */
  readonly live: boolean
  /** What a statement of the note rests on. */
  readonly highlight?: readonly Quotation[] | undefined
  readonly emptyText: string
}

/** A word is heard with a little of what stands around it. */
const MARGIN = SAMPLES_PER_SECOND / 4
const NEAR_END = 48

export function TranscriptPane(props: Props) {
  const { encounterId, transcript, player, keyTerms, correctable, live, highlight } = props
  const { t } = useTranslation()
  const { segments, roles, interim } = useReadable(transcript.state, (state) => state)
  const error = useReadable(player.state, (state) => state.error)
  const scroller = useRef<HTMLDivElement>(null)
  const [following, setFollowing] = useState(true)

  const rows = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    getItemKey: (index) => segments[index]?.id ?? index,
    overscan: 8,
  })

  const total = rows.getTotalSize()
  useEffect(() => {
    const pane = scroller.current
    if (live && following && pane) pane.scrollTop = pane.scrollHeight
  }, [live, following, total, interim])

  const [firstQuoted] = highlight ?? []
  const target = firstQuoted ? segments.findIndex(({ id }) => id === firstQuoted.segment) : -1
  const quotes = useMemo(() => quotesBySegment(highlight ?? []), [highlight])
  useEffect(() => {
    if (target >= 0) rows.scrollToIndex(target, { align: 'center' })
  }, [rows, target])

  function onScroll() {
    const pane = scroller.current
    if (!pane) return
    setFollowing(pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR_END)
  }

  function playWord(event: MouseEvent) {
    const { start, end } = (event.target as HTMLElement).dataset
    if (start === undefined || end === undefined) return
    void player.play({
      start: Math.max(0, Number(start) - MARGIN),
      end: Number(end) + MARGIN,
    })
  }

  return (
    <section className={classes.pane} aria-label={t('transcript.title')}>
      {error !== undefined && <ProblemNotice error={error} />}
      <div
        ref={scroller}
        className={classes.scroller}
        tabIndex={0}
        role="log"
        aria-label={t('transcript.title')}
        aria-live="off"
        onScroll={onScroll}
        onClick={playWord}
      >
        {segments.length === 0 && !interim && <p className={classes.empty}>{props.emptyText}</p>}
        <div className={classes.rows} style={{ height: total }}>
          {rows.getVirtualItems().map((row) => {
            const segment = segments[row.index]
            if (!segment) return null
            return (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={classes.row}
                style={{ transform: `translateY(${String(row.start)}px)` }}
              >
                <SegmentRow
                  encounterId={encounterId}
                  segment={segment}
                  roles={roles}
                  newSpeaker={changesSpeaker(segments, row.index)}
                  keyTerms={keyTerms}
                  correctable={correctable}
                  quotes={quotes.get(segment.id)}
                  player={player}
                  transcript={transcript}
                />
              </div>
            )
          })}
        </div>
        {interim && <InterimLine interim={interim} roles={roles} />}
      </div>
      {live && !following && (
        <Button
          size="sm"
          variant="default"
          className={classes.jump ?? ''}
          onClick={() => {
            setFollowing(true)
          }}
        >
          {t('transcript.jump')}
        </Button>
      )}
    </section>
  )
}

function changesSpeaker(segments: readonly Segment[], index: number): boolean {
  return segments[index]?.speaker !== segments[index - 1]?.speaker
}
