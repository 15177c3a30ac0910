import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { templateSchema } from '@/contracts/template'

import { chosenTemplate, outlineOf } from './templates'

const FOLDER = join(
  import.meta.dirname,
  '../../../../../encounter-events/src/main/resources/templates',
)

const shipped = readdirSync(FOLDER)
  .filter((name) => name !== 'index.json')
  .map((name) => templateSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))

describe('the templates that are shipped', () => {
  it('should have a title for all of it in both languages of the page', () => {
    for (const { title, sections } of shipped) {
      for (const each of [title, ...sections.map((section) => section.title)]) {
        expect(Object.keys(each).sort()).toEqual(['en', 'es'])
      }
    }
  })
})

describe('outlineOf', () => {
  it.each([
    ['es', 'Datos'],
    ['en', 'Data'],
    ['multi', 'Data'],
  ])('should be in the language of the note of a visit in %s', (language, first) => {
    expect(outlineOf({ template: 'dap', language }, shipped)[0]?.title).toBe(first)
  })

  it('should be empty until the templates are known', () => {
    expect(outlineOf({ template: 'dap', language: 'en' }, undefined)).toEqual([])
  })
})

describe('chosenTemplate', () => {
  it('should be the first where the one of last time is gone', () => {
    expect(chosenTemplate('gone', shipped)).toBe(shipped[0])
  })
})
