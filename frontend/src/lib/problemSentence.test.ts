import { describe, expect, it } from 'vitest'

import { z } from '@/contracts/zod'
import { golden } from '@/testing/golden'

import en from './locales/en.json'
import { UNREACHABLE } from './problem'
import { DEFECTS_OF_OURS, sentenceOf } from './problemSentence'

/** Every problem that a service names; Spanish says the same things (locales.test.ts). */
const catalogue = z
  .array(z.object({ name: z.string() }))
  .parse(golden('service-edge/src/test/resources/golden/problems.json'))

const texts: Record<string, string> = en.problem
const exists = (key: string) => key.replace('problem.', '') in texts
const problem = (name: string) => ({
  type: `https://medicscribe.org/problems/${name}`,
  title: '',
  status: 400,
})

describe('the sentence for a problem', () => {
  const names = catalogue.map(({ name }) => name)

  it.each(names)('should exist for %s, or it is a defect of ours', (name) => {
    expect(sentenceOf(problem(name), exists)).not.toBe('problem.unknown')
  })

  it('should be of nothing but what the services name', () => {
    const pages = ['details', 'unknown', 'unreachable', 'defect', 'clipboard-refused']
    expect(Object.keys(texts).filter((key) => !names.includes(key))).toEqual(pages)
    expect([...DEFECTS_OF_OURS].filter((name) => !names.includes(name))).toEqual([])
  })

  it('should be one for all defects of ours', () => {
    for (const name of DEFECTS_OF_OURS) {
      expect(sentenceOf(problem(name), exists)).toBe('problem.defect')
      expect([name, exists(`problem.${name}`)]).toEqual([name, false])
    }
  })

  it('should say that there is no connection', () => {
    expect(sentenceOf(UNREACHABLE, exists)).toBe('problem.unreachable')
  })

  it('should be a plain one for a name of a newer service', () => {
    expect(sentenceOf(problem('brand-new'), exists)).toBe('problem.unknown')
  })
})
