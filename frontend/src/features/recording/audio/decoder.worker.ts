import { FrameSource } from '../core/frameSource'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

import { soundOf } from './decoding'
import { listenersOf } from './delivery'
import type { ToDecoder } from './messages'

/** Pieces are written, handed over and decoded within this. */
const LATE_MS = 3_000

/** Decodes what the browser's own recorder has encoded, run by run, and cuts it into frames. */
let source: FrameSource | undefined
let run: WritableStreamDefaultWriter<Uint8Array> | undefined
/** A run began then, by the date, and so many samples of it have been heard. */
let began = 0
let heard = 0
/** What has come is done in its order: a run is heard to its end before the next order. */
let done: Promise<void> = Promise.resolve()

onmessage = ({ data }: MessageEvent<ToDecoder>) => {
  switch (data.type) {
    case 'deliver-to':
      source = new FrameSource(
        data.first,
        SAMPLES_PER_SECOND,
        listenersOf(data.port, { postMessage: (message) => postMessage(message) }, capturedAt),
      )
      return
    case 'piece':
      run ??= begin()
      void run.write(new Uint8Array(data.piece))
      return
    case 'run-over':
      void run?.close()
      run = undefined
      return
    case 'pause':
    case 'hold':
    case 'resume':
    case 'end':
      done = done.then(() => {
        if (data.type === 'resume') beginAt(Date.now())
        source?.obey(data.type)
      })
  }
}

function begin(): WritableStreamDefaultWriter<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    undefined,
    { highWaterMark: Infinity },
    { highWaterMark: Infinity },
  )
  const at = Date.now()
  done = done.then(() => hear(readable, at)).catch(() => undefined)
  return writable.getWriter()
}

function beginAt(at: number): void {
  began = at
  heard = 0
}

async function hear(encoded: ReadableStream<Uint8Array>, at: number): Promise<void> {
  beginAt(at)
  for await (const { sound } of soundOf(encoded)) {
    heard += sound.length
    source?.push(sound)
  }
}

/** A run has no holes; it is late by what encoding and decoding take, or by more. */
function capturedAt(): number {
  const inTime = began + (heard / SAMPLES_PER_SECOND) * 1000
  const now = Date.now()
  return now - inTime > LATE_MS ? now : inTime
}
