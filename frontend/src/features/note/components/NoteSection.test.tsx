// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { aNote, aSection, aStatement } from '@/testing/notes'
import { show, withScreen } from '@/testing/screen'

import { documentOf } from '../core/document'

import { NoteSection } from './NoteSection'
import type { LineActions } from './StatementLine'

const NOTHING = () => undefined

const ACTIONS: LineActions = {
  edit: NOTHING,
  accept: NOTHING,
  remove: NOTHING,
  take: NOTHING,
  putAway: NOTHING,
  play: NOTHING,
  look: NOTHING,
}

describe('a section of the note', () => {
  withScreen()

  function showSection(locked: boolean, required: boolean, ...ids: string[]) {
    const section = aSection(
      'allergies',
      ids.map((id) => aStatement({ id })),
    )
    const heading = { ...section.heading, title: 'Alergias', required }
    const [shown] = documentOf(aNote({ sections: [{ ...section, heading }] })).sections
    if (!shown) throw new Error('a note has its section')
    show(
      <NoteSection
        section={shown}
        active={undefined}
        playing={undefined}
        locked={locked}
        actions={ACTIONS}
        onAdd={NOTHING}
      />,
    )
  }

  it('should have the title that the note says, whatever the page speaks', () => {
    showSection(false, true, 'a')

    screen.getByRole('heading', { name: 'Alergias' })
    screen.getByText('statement a')
  })

  it('should not be in a signed note where it is empty and nobody asked for it', () => {
    showSection(true, false)

    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('should say in a signed note that nothing is in it where the template asks for it', () => {
    showSection(true, true)

    screen.getByText('Nothing here.')
  })
})
