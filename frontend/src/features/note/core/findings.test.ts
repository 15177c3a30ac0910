import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import en from '@/lib/locales/en.json'

import { findingsOf, RULES } from './findings'

const VERIFICATION = resolve(
  import.meta.dirname,
  '../../../../../soap-note-service/src/main/java/org/medicscribe/soapnote/verification',
)

/** As the review names its rules. */
function ruleNames(): string[] {
  return readdirSync(VERIFICATION)
    .map((file) => readFileSync(join(VERIFICATION, file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/String name\(\) \{\s*return "([a-z-]+)";/g)])
    .map(([, name = '']) => name)
}

describe('what the review found', () => {
  it('should have a sentence for each of its rules', () => {
    expect(ruleNames().length).toBeGreaterThan(5)
    expect(ruleNames().filter((name) => !RULES.some((rule) => rule === name))).toEqual([])
    expect(RULES.filter((rule) => !(rule in en.finding))).toEqual([])
  })

  it('should say each thing once, with its words', () => {
    const finding = { rule: 'words-were-said', detail: 'severe' }

    expect(findingsOf({ status: 'unsupported', findings: [finding, finding] })).toEqual([
      { key: 'words-were-said', words: 'severe' },
    ])
  })

  it('should be plain for a rule that this page does not know', () => {
    const findings = [{ rule: 'brand-new', detail: 'x' }]

    expect(findingsOf({ status: 'partly', findings })).toEqual([{ key: 'other', words: 'x' }])
  })
})
