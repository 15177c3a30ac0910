import { gzipSync } from 'node:zlib'

import type { Plugin } from 'vite'

/** What a page loads before it can be used; chunks are named by the module they begin with. */
export interface FirstLoad {
  /** Modules that are imported lazily, and that the first screen needs all the same. */
  readonly lazy: readonly string[]
  readonly limitBytes: number
}

/** Fails the build when the first screen needs more JavaScript than the page may cost. */
export function firstLoadBudget({ lazy, limitBytes }: FirstLoad): Plugin {
  return {
    name: 'first-load-budget',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
      const needed = new Set<string>()
      const need = (fileName: string) => {
        if (needed.has(fileName)) return
        needed.add(fileName)
        byName.get(fileName)?.imports.forEach(need)
      }
      for (const chunk of chunks) {
        const origin = chunk.facadeModuleId ?? ''
        if (chunk.isEntry || lazy.some((module) => origin.endsWith(module))) need(chunk.fileName)
      }
      const bytes = [...needed].reduce(
        (sum, fileName) => sum + gzipSync(byName.get(fileName)?.code ?? '').length,
        0,
      )
      this.info(`first load: ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip)`)
      if (bytes > limitBytes) {
        this.error(
          `The first load is ${String(bytes)} bytes of JavaScript (gzip), ${String(limitBytes)} are allowed. ` +
            'Load lazily what the first screen does not need.',
        )
      }
    },
  }
}
