import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import en from './locales/en.json'
import { UNREACHABLE } from './problem'
import { DEFECTS_OF_OURS, sentenceOf } from './problemSentence'

const REPOSITORY = resolve(import.meta.dirname, '../../..')
const NAME = '"([a-z]+(?:-[a-z]+)*)"'
/** `Problem.of("name", 409, ...)`, and the socket's refusals: close code, status, name. */
const NAMED = [
  new RegExp(`Problem\\s*\\.of\\(\\s*${NAME}`, 'g'),
  new RegExp(`\\(\\s*\\d{4},\\s*\\d{3},\\s*${NAME}`, 'g'),
]

/** Every problem that a service names, as its source says. */
function problemNames(): string[] {
  const names = readdirSync(REPOSITORY, { withFileTypes: true })
    .filter((module) => module.isDirectory())
    .flatMap(({ name }) => javaFiles(join(REPOSITORY, name, 'src/main/java')))
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((source) => NAMED.flatMap((named) => [...source.matchAll(named)]))
    .map(([, name = '']) => name)
  return [...new Set(names)].sort()
}

function javaFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.java'))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

const texts: Record<string, string> = en.problem
const exists = (key: string) => key.replace('problem.', '') in texts
const problem = (name: string) => ({
  type: `https://medicscribe.org/problems/${name}`,
  title: '',
  status: 400,
})

describe('the sentence for a problem', () => {
  const names = problemNames()

  it('should be looked for where the services name theirs', () => {
    expect(names.length).toBeGreaterThan(40)
    expect(names).toContain('service-busy')
    expect(names).toContain('no-consent')
  })

  it.each(names)('should exist for %s, or it is a defect of ours', (name) => {
    expect(sentenceOf(problem(name), exists)).not.toBe('problem.unknown')
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
