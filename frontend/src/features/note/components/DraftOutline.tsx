import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { EncounterState, SectionCode } from '@/contracts/socket'
import { useReadable } from '@/lib/useReadable'

import type { DraftInProgress } from '../core/draftInProgress'

import classes from './DraftOutline.module.css'

const SECTIONS: readonly SectionCode[] = ['subjective', 'objective', 'assessment', 'plan']

interface Props {
  readonly draft: DraftInProgress
  readonly state: EncounterState
}

/** Nothing more is written here; what was not seen being written has a screen of its own. */
const WRITTEN: readonly EncounterState[] = ['review', 'needs-attention', 'signed', 'withdrawn']

/** The note's outline; it fills while the note is written. */
export function DraftOutline({ draft, state }: Props) {
  const { t } = useTranslation()
  const sections = useReadable(draft.state, (value) => value.sections)
  const shown = WRITTEN.includes(state) ? SECTIONS.filter((section) => sections[section]) : SECTIONS
  return (
    <section className={classes.outline} aria-labelledby="outline-title">
      <Title order={2} id="outline-title" className={classes.title ?? ''}>
        {t('note.title')}
      </Title>
      <Text c="dimmed" role="status">
        {t(`outline.${state}`)}
      </Text>
      {shown.map((section) => (
        <div key={section} className={classes.section}>
          <h3>{t(`section.${section}`)}</h3>
          {sections[section] && <p className={classes.text}>{sections[section]}</p>}
        </div>
      ))}
    </section>
  )
}
