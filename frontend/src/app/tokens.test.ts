import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { palettes } from './tokens'

const SOURCE = resolve(import.meta.dirname, '..')
const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(resolve(SOURCE, name), 'utf8') }))

/** WCAG 2: relative luminance, and the ratio of two. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0)
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the look', () => {
  it.each(sheets)('should take colours and sizes of $name from the tokens', ({ text }) => {
    const rules = text.replace(/@media[^{]*/g, '')

    expect(rules.match(/#[0-9a-f]{3,8}\b|rgba?\(|\b\d+px\b/gi)).toBeNull()
  })

  it('should name only tokens that there are', () => {
    const known = new Set([...Object.keys(palettes.constant), ...Object.keys(palettes.light)])
    const named = sheets.flatMap(({ text }) => [...text.matchAll(/--ms-([a-z0-9-]+)/g)])

    expect(named.map(([, token]) => token).filter((token) => !known.has(token ?? ''))).toEqual([])
  })

  it.each(['light', 'dark'] as const)('should be readable: %s', (scheme) => {
    const colours = palettes[scheme]
    const pairs = [
      ...(
        [
          'canvas',
          'surface',
          'sunken',
          'accent-soft',
          'warn-soft',
          'danger-soft',
          'ok-soft',
        ] as const
      ).map((ground) => ['text', ground] as const),
      ['text', 'quote'],
      ['muted', 'canvas'],
      ['muted', 'surface'],
      ['muted', 'sunken'],
      ['muted', 'accent-soft'],
      ['accent', 'surface'],
      ['accent', 'accent-soft'],
      ['on-accent', 'accent'],
      ['on-danger', 'danger'],
      ['ok', 'ok-soft'],
      ['ok', 'surface'],
      ['warn', 'warn-soft'],
      ['warn', 'surface'],
      ['danger', 'danger-soft'],
      ['danger', 'surface'],
    ] as const

    const weak = pairs.filter(([one, other]) => contrast(colours[one], colours[other]) < 4.5)

    expect(weak).toEqual([])
  })
})
