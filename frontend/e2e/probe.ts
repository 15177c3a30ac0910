import type { Page } from 'playwright-core'

/** What the page is watched by from inside while it is measured; nothing of it is in the product. */
declare global {
  interface Window {
    probe: {
      /** When so many samples had been captured: position, moment. */
      readonly captured: [position: number, at: number][]
      /** When a word stood on the screen first. */
      readonly shown: Map<string, number>
      /** From a keystroke to what it changes on the screen. */
      readonly paints: number[]
      /** Work that held up the page for 50 ms and longer. */
      readonly longTasks: number[]
      /** Set to record so much at once instead of what is played. */
      pump?: { samples: number; perTick: number }
    }
  }
}

export async function addProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const probe: Window['probe'] = { captured: [], shown: new Map(), paints: [], longTasks: [] }
    window.probe = probe

    const words = () => {
      for (const [word] of (document.body.textContent ?? '').matchAll(/voice\d{4,}/g)) {
        if (!probe.shown.has(word)) probe.shown.set(word, performance.now())
      }
    }
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver(words).observe(document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === 'keydown') probe.paints.push(entry.duration)
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) probe.longTasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })

    const Real = window.AudioWorkletNode
    window.AudioWorkletNode = class extends Real {
      constructor(...parameters: ConstructorParameters<typeof Real>) {
        super(...parameters)
        this.port.addEventListener('message', ({ data }: MessageEvent<{ position?: number }>) => {
          if (data.position !== undefined) probe.captured.push([data.position, performance.now()])
        })
        const say = this.port.postMessage.bind(this.port)
        let recorder: MessagePort | undefined
        this.port.postMessage = (message: { type: string; port?: MessagePort }) => {
          if (message.type === 'end') recorder?.postMessage({ type: 'ended', at: Date.now() })
          if (message.type !== 'deliver-to' || !probe.pump || !message.port) {
            say(message, message.port ? [message.port] : [])
            return
          }
          recorder = message.port
          let position = 0
          const { samples, perTick } = probe.pump
          const timer = setInterval(() => {
            for (let i = 0; i < perTick && position < samples; i++) {
              const length = 1600
              const pcm = Int16Array.from({ length }, (_, at) => (at % 80) * 200 - 8000)
              message.port?.postMessage({ type: 'frame', pcm, at: Date.now() }, [pcm.buffer])
              position += length
            }
            if (position >= samples) clearInterval(timer)
          }, 100)
        }
      }
    }
  })
}

/** The value that so many percent do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN
}

/** All that the page and its workers hold, after what can be thrown away is. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** Frames that are still on this device only. */
export function keptFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { indexedDB } = window
    const [info] = await indexedDB.databases()
    if (!info?.name) return 0
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(info.name ?? '')
      opening.onsuccess = () => {
        resolve(opening.result)
      }
      opening.onerror = () => {
        reject(new Error('the device keeps nothing'))
      }
    })
    const count = await new Promise<number>((resolve) => {
      const counting = database.transaction('frames').objectStore('frames').count()
      counting.onsuccess = () => {
        resolve(counting.result)
      }
    })
    database.close()
    return count
  })
}
