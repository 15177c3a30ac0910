import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
}

const LICENCE = /^(licen[cs]e|notice|copying)/i

/**
 * Writes `notices.txt` beside the page: every package that may be part of it, with its licence as
 * it came. The build fails for a package without one.
 */
export function notices(folder: string): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle() {
      const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
        packages: Readonly<Record<string, Locked>>
      }
      const texts = Object.entries(lock.packages)
        .filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev)
        // What is for another system only is not installed.
        .filter(([path, { optional }]) => !optional || existsSync(join(folder, path)))
        .map(([path, locked]) => notice(join(folder, path), path, locked))
      const without = texts.filter(({ licence }) => licence === '').map(({ title }) => title)
      if (without.length > 0) this.error(`no licence: ${without.join(', ')}`)
      this.emitFile({
        type: 'asset',
        fileName: 'notices.txt',
        source: texts.map(({ title, licence }) => `${title}\n\n${licence}\n`).join(`\n${RULE}\n\n`),
      })
    },
  }
}

const RULE = '-'.repeat(80)

function notice(folder: string, path: string, { version = '', license = '' }: Locked) {
  const title = `${path.replace(/^.*node_modules\//, '')} ${version} (${license})`
  const files = readdirSync(folder).filter((name) => LICENCE.test(name))
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')
  // Some packages only name it.
  return { title, licence: text || license }
}
