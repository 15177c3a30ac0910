import { describe, expect, it } from 'vitest'

import type { Socket } from '@/lib/socket'

import { Watch } from './watch'

class FakeSocket implements Socket {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  send(): void {
    throw new Error('a watch sends nothing')
  }
  close(): void {
    this.onclose?.({ code: 1000 })
  }
}

async function reconnectsAfter(code: number): Promise<number> {
  const sockets: FakeSocket[] = []
  const waiting: (() => void)[] = []
  const watch = new Watch({
    connect: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return Promise.resolve(socket)
    },
    onOpen: () => undefined,
    onFrame: () => undefined,
    schedule: (run) => {
      waiting.push(run)
      return () => undefined
    },
  })
  watch.open()
  await Promise.resolve()
  sockets[0]?.onopen?.()
  sockets[0]?.onclose?.({ code })
  return waiting.length
}

describe('Watch', () => {
  it.each([1006, 1012, 1013])('comes back after %i', async (code) => {
    expect(await reconnectsAfter(code)).toBe(1)
  })

  it.each([1000, 4403, 4404])('leaves a visit alone that it is done with, by %i', async (code) => {
    expect(await reconnectsAfter(code)).toBe(0)
  })
})
