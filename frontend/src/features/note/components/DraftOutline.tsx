import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { EncounterState, SectionCode } from '@/contracts/socket'
import { useReadable } from '@/lib/useReadable'

import type { DraftInProgress } from '../core/draftInProgress'

import classes from './DraftOutline.module.css'

interface Props {
  /** Those of the visit's template, with their titles in the language of the note. */
  readonly outline: readonly { readonly code: SectionCode; readonly title: string }[]
  readonly draft: DraftInProgress
  readonly state: EncounterState
}

/** Nothing more is written here; what was not seen being written has a screen of its own. */
const WRITTEN: readonly EncounterState[] = ['review', 'needs-attention', 'signed', 'withdrawn']

/** The note's outline; it fills while the note is written. */
export function DraftOutline({ outline, draft, state }: Props) {
  const { t } = useTranslation()
  const sections = useReadable(draft.state, (value) => value.sections)
  const shown = WRITTEN.includes(state) ? outline.filter(({ code }) => sections[code]) : outline
  return (
    <section className={classes.outline} aria-labelledby="outline-title">
      <Title order={2} id="outline-title" className={classes.title ?? ''}>
        {t('note.title')}
      </Title>
      <Text c="dimmed" role="status">
        {t(`outline.${state}`)}
      </Text>
      {shown.map(({ code, title }) => (
        <div key={code} className={classes.section}>
          <h3>{title}</h3>
          {sections[code] && <p className={classes.text}>{sections[code]}</p>}
        </div>
      ))}
    </section>
  )
}
