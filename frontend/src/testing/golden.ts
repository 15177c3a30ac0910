import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const REPOSITORY = resolve(import.meta.dirname, '../../..')

/** The contracts as the services publish them; their own tests read the same files. */
export function golden(path: string): unknown {
  return JSON.parse(readFileSync(resolve(REPOSITORY, path), 'utf8'))
}

/** All of a folder. */
export function goldenFiles(folder: string): { name: string; text: string }[] {
  const path = resolve(REPOSITORY, folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(resolve(path, name), 'utf8') }))
}
