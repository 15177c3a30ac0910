import { gzipSync } from 'node:zlib'

import type { Plugin, Rolldown } from 'vite'

/** What a page loads before it can be used; chunks are named by the module they begin with. */
export interface FirstLoad {
  /** The module that is imported lazily, and that the first screen is all the same. */
  readonly screen: string
  /** One of those that are loaded as the reader needs it. */
  readonly texts: string
  readonly limitBytes: number
}

type Chunk = Rolldown.OutputChunk

/**
 * Tells the browser of the first screen at once, not when the page asks for it, and fails the build
 * when the first load is more JavaScript than the page may cost.
 */
export function firstLoad({ screen, texts, limitBytes }: FirstLoad): Plugin {
  return {
    name: 'first-load',
    generateBundle(_, bundle) {
      const needed = withImports(
        bundle,
        ({ isEntry, facadeModuleId }) =>
          isEntry || isOf(facadeModuleId, screen) || isOf(facadeModuleId, texts),
      )
      const bytes = needed.reduce((sum, { code }) => sum + gzipSync(code).length, 0)
      this.info(`first load: ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip)`)
      if (bytes > limitBytes) {
        this.error(
          `The first load is ${String(bytes)} bytes of JavaScript (gzip), ${String(limitBytes)} are allowed. ` +
            'Load lazily what the first screen does not need.',
        )
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const known = new Set(withImports(bundle, ({ isEntry }) => isEntry))
        return withImports(bundle, ({ facadeModuleId }) => isOf(facadeModuleId, screen))
          .filter((chunk) => !known.has(chunk))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            injectTo: 'head',
          }))
      },
    },
  }
}

function isOf(facade: string | null, module: string): boolean {
  return facade?.endsWith(module) ?? false
}

/** The chunks that `wanted` chooses, and all that they import at once. */
function withImports(bundle: Rolldown.OutputBundle, wanted: (chunk: Chunk) => boolean): Chunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<Chunk>()
  const need = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return
    found.add(chunk)
    chunk.imports.forEach((fileName) => {
      need(byName.get(fileName))
    })
  }
  chunks.filter(wanted).forEach(need)
  return [...found]
}
