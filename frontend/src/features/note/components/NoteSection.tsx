import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconCopy, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'

import { plainText, type Section } from '../core/document'
import { listOf } from '../core/takeaway'
import { useCopy } from '../hooks/useCopy'

import { StatementLine, type LineActions } from './StatementLine'

import classes from './NoteSection.module.css'

interface Props {
  readonly section: Section
  readonly active: string | undefined
  readonly playing: string | undefined
  readonly locked: boolean
  readonly actions: LineActions
  readonly onAdd: () => void
}

export function NoteSection({ section, active, playing, locked, actions, onAdd }: Props) {
  const { t } = useTranslation()
  const name = section.heading.title
  const isEmpty = section.lines.length === 0
  const isOptional = isEmpty && !section.heading.required
  const { copied, failure, copy } = useCopy()
  if (isOptional && locked) return null
  return (
    <section
      className={`${classes.section ?? ''} ${isOptional ? 'screen-only' : ''}`}
      aria-label={name}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{name}</h2>
        <ActionIcon
          className="screen-only"
          aria-label={t(copied ? 'note.copied' : 'note.copySection', { section: name })}
          onClick={() => {
            const texts = section.lines.map(({ text }) => ({ text }))
            copy(plainText(section), listOf(texts))
          }}
        >
          {copied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
        </ActionIcon>
      </div>
      {failure != null && <ProblemNotice error={failure} />}
      {isEmpty ? (
        <p className={classes.nothing}>{t('note.nothing')}</p>
      ) : (
        <ul className={classes.lines} data-style={section.heading.style}>
          {section.lines.map((line) => (
            <StatementLine
              key={line.key}
              line={line}
              active={line.key === active}
              playing={line.key === playing}
              locked={locked}
              actions={actions}
            />
          ))}
        </ul>
      )}
      {!locked && (
        <Button
          size="compact-md"
          variant="subtle"
          className="screen-only"
          leftSection={<IconPlus aria-hidden size="1rem" />}
          onClick={onAdd}
        >
          {t('note.add', { section: name })}
        </Button>
      )}
    </section>
  )
}
