import { ActionIcon, Button, Group } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconCircleFilled,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Evidence } from '@/contracts/note'

import { standingOf, type Line, type Standing } from '../core/document'
import { findingsOf } from '../core/findings'

import { LineEditor } from './LineEditor'
import { Suggestion } from './Suggestion'

import classes from './StatementLine.module.css'

const MARKS = {
  verified: IconCircleFilled,
  partly: IconCircle,
  unsupported: IconAlertTriangle,
  accepted: IconUserCheck,
  yours: IconPencil,
} satisfies Record<Standing, typeof IconCircle>

export interface LineActions {
  readonly edit: (key: string, text: string) => void
  readonly accept: (key: string) => void
  readonly remove: (key: string) => void
  readonly take: (key: string) => void
  readonly putAway: (key: string) => void
  /** Plays what a line rests on, or ends that. */
  readonly play: (key: string, evidence: readonly Evidence[]) => void
  /** The line that is looked at; its evidence shows in the transcript. */
  readonly look: (key: string | undefined) => void
}

interface Props {
  readonly line: Line
  readonly active: boolean
  /** What it rests on is being heard. */
  readonly playing: boolean
  readonly locked: boolean
  readonly actions: LineActions
}

/** One statement: its words, a mark for what it rests on, and what can be done about it. */
export const StatementLine = memo(function StatementLine(props: Props) {
  const { line, active, playing, locked, actions } = props
  const { t } = useTranslation()
  // A new line has no words yet, so it opens for writing.
  const [editing, setEditing] = useState(line.text === '')
  const standing = standingOf(line)
  const Mark = MARKS[standing]
  const { known, use } = line
  const evidence = (use === 'suggestion' ? known?.suggestion?.evidence : known?.evidence) ?? []
  const verification = use === 'suggestion' ? known?.suggestion?.verification : known?.verification
  const findings = standing === 'yours' ? [] : findingsOf(verification)

  function onKey(event: React.KeyboardEvent) {
    if (event.target !== event.currentTarget) return
    const act = keys(event.key)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  function keys(key: string): (() => void) | undefined {
    switch (key) {
      case ' ':
        return () => {
          actions.play(line.key, evidence)
        }
      case 'e':
        return locked
          ? undefined
          : () => {
              setEditing(true)
            }
      case 'a':
        return locked || standing !== 'unsupported'
          ? undefined
          : () => {
              actions.accept(line.key)
            }
      case 'x':
        return locked
          ? undefined
          : () => {
              actions.remove(line.key)
            }
      default:
        return undefined
    }
  }

  return (
    <li
      className={classes.line}
      data-active={active}
      data-standing={standing}
      onMouseEnter={() => {
        actions.look(line.key)
      }}
    >
      <div
        className={classes.statement}
        data-statement={line.key}
        tabIndex={0}
        role="group"
        aria-label={t(`standing.${standing}`)}
        onFocus={() => {
          actions.look(line.key)
        }}
        onKeyDown={onKey}
      >
        <span className={classes.mark} title={t(`standing.${standing}`)}>
          <Mark aria-hidden />
        </span>
        {editing ? (
          <LineEditor
            text={line.text}
            onText={(text) => {
              actions.edit(line.key, text)
            }}
            onClose={() => {
              setEditing(false)
              if (line.text.trim() === '') actions.remove(line.key)
            }}
          />
        ) : (
          <p className={classes.text}>{line.text}</p>
        )}
        {(standing === 'unsupported' || standing === 'partly') && (
          <span aria-hidden className="print-only">
            ({t(`standing.${standing}`)})
          </span>
        )}
        {!editing && (
          <span className={`${classes.tools ?? ''} screen-only`} data-playing={playing}>
            {evidence.length > 0 && (
              <ActionIcon
                size="lg"
                aria-label={t(playing ? 'line.stop' : 'line.play')}
                onClick={() => {
                  actions.play(line.key, evidence)
                }}
              >
                {playing ? <IconPlayerStop aria-hidden /> : <IconPlayerPlay aria-hidden />}
              </ActionIcon>
            )}
            {!locked && (
              <>
                <ActionIcon
                  size="lg"
                  aria-label={t('line.edit')}
                  onClick={() => {
                    setEditing(true)
                  }}
                >
                  <IconPencil aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="lg"
                  aria-label={t('line.remove')}
                  onClick={() => {
                    actions.remove(line.key)
                  }}
                >
                  <IconTrash aria-hidden />
                </ActionIcon>
              </>
            )}
          </span>
        )}
      </div>
      {(standing === 'unsupported' || (active && standing === 'partly')) && (
        <div className={`${classes.doubt ?? ''} screen-only`}>
          <ul className={classes.reasons}>
            {findings.length === 0 && <li>{t(`standing.${standing}`)}</li>}
            {findings.map(({ key, words }) => (
              <li key={key + words}>{t(`finding.${key}`, { words })}</li>
            ))}
          </ul>
          {standing === 'unsupported' && !locked && <Decision line={line} actions={actions} />}
        </div>
      )}
      {active && standing !== 'unsupported' && findings.length === 0 && (
        <p className={`${classes.standing ?? ''} screen-only`}>{t(`standing.${standing}`)}</p>
      )}
      {active && evidence.length > 0 && (
        <ul className={`${classes.quotes ?? ''} screen-only`}>
          {evidence.map(({ segment, quote }) => (
            <li key={segment + quote}>“{quote}”</li>
          ))}
        </ul>
      )}
      {!locked && known?.suggestion && use === undefined && (
        <Suggestion
          text={known.suggestion.text}
          onTake={() => {
            actions.take(line.key)
          }}
          onPutAway={() => {
            actions.putAway(line.key)
          }}
        />
      )}
    </li>
  )
})

/** A person answers for the line, or it goes. */
function Decision({ line, actions }: Pick<Props, 'line' | 'actions'>) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconCheck aria-hidden size="1rem" />}
        onClick={() => {
          actions.accept(line.key)
        }}
      >
        {t('line.accept')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconTrash aria-hidden size="1rem" />}
        onClick={() => {
          actions.remove(line.key)
        }}
      >
        {t('line.remove')}
      </Button>
    </Group>
  )
}
