// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { aNote, aStatement } from '@/testing/notes'
import { show, withScreen } from '@/testing/screen'

import { documentOf } from '../core/document'

import { StatementLine, type LineActions } from './StatementLine'

const doubtful = aStatement({
  id: 'u',
  text: 'Amoxicillin 500 mg.',
  verification: { status: 'unsupported', findings: [{ rule: 'numbers-agree', detail: '500' }] },
})

describe('a statement', () => {
  withScreen()

  function line(statement: ReturnType<typeof aStatement>, locked = false, active = false) {
    const actions: LineActions = {
      edit: vi.fn(),
      accept: vi.fn(),
      remove: vi.fn(),
      take: vi.fn(),
      putAway: vi.fn(),
      play: vi.fn(),
      look: vi.fn(),
    }
    const [section] = documentOf(
      aNote({ sections: [{ code: 'subjective', statements: [statement] }] }),
    ).sections
    const [shown] = section?.lines ?? []
    if (!shown) throw new Error('no line')
    show(<StatementLine line={shown} playing={false} {...{ active, locked, actions }} />)
    return actions
  }

  it('should say why nothing supports it, and let a person decide', async () => {
    const actions = line(doubtful)

    screen.getByText('The number in “500” is not what was said.')
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
    expect(actions.accept).toHaveBeenCalledWith('u')
  })

  it('should name all that does not hold', () => {
    line(
      aStatement({
        id: 'u',
        verification: {
          status: 'unsupported',
          findings: [
            { rule: 'words-were-said', detail: 'severe' },
            { rule: 'heard-well', detail: 'chest pain' },
          ],
        },
      }),
    )

    screen.getByText('Nobody said “severe”.')
    screen.getByText('“chest pain” was said, but heard badly.')
  })

  it('should say in words why it is supported only in part, when it is looked at', () => {
    const partly = aStatement({
      id: 'p',
      verification: {
        status: 'partly',
        findings: [{ rule: 'speaker-may-say', detail: 'start a statin' }],
      },
    })
    line(partly, false, true)

    screen.getByText('These are not a clinician’s words: “start a statin”')
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
  })

  it('should be accepted by a key where there is something to accept', async () => {
    const actions = line(doubtful)

    screen.getByRole('group', { name: 'Not supported by what was said' }).focus()
    await userEvent.keyboard('a')
    expect(actions.accept).toHaveBeenCalledWith('u')
  })

  it('should ask for nothing when it is supported', async () => {
    const actions = line(aStatement({ id: 'v' }))

    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
    screen.getByRole('group', { name: 'Supported by what was said' }).focus()
    await userEvent.keyboard('a')
    expect(actions.accept).not.toHaveBeenCalled()
  })

  it('should change in nothing once the note is signed', async () => {
    const actions = line(doubtful, true)

    expect(screen.getAllByRole('button').map(({ ariaLabel }) => ariaLabel)).toEqual(['Hear it'])
    screen.getByRole('group').focus()
    await userEvent.keyboard('eax')
    expect(actions.accept).not.toHaveBeenCalled()
    expect(actions.remove).not.toHaveBeenCalled()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
