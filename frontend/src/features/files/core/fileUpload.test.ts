import { beforeEach, describe, expect, it } from 'vitest'

import { ProblemError, UNREACHABLE } from '@/lib/problem'

import { isWav } from './audioFiles'
import { FileUpload, Unreadable } from './fileUpload'

const MEMO = new File(['memo'], 'New Recording 7.m4a', { type: 'audio/mp4' })
const WAV = new File(['wav'], 'visit.WAV')
const DECODED = new Blob(['decoded'])

const problem = (kind: string, status: number) =>
  new ProblemError({ type: `https://medicscribe.org/problems/${kind}`, title: '', status })

describe('FileUpload', () => {
  let refusals: Error[]
  let decoding: Error | undefined
  let sent: { body: Blob; type: string }[]
  let decodings: (readonly File[])[]
  let forgotten: number
  let retries: (() => void)[]

  beforeEach(() => {
    refusals = []
    decoding = undefined
    sent = []
    decodings = []
    forgotten = 0
    retries = []
  })

  function upload(...files: File[]): FileUpload {
    return new FileUpload({
      files,
      decode: (all) => {
        decodings.push(all)
        return decoding ? Promise.reject(decoding) : Promise.resolve(DECODED)
      },
      send: (body, type) => {
        sent.push({ body, type })
        const refusal = refusals.shift()
        return refusal ? Promise.reject(refusal) : Promise.resolve()
      },
      forget: () => {
        forgotten += 1
        return Promise.resolve()
      },
      schedule: (run) => retries.push(run),
    })
  }

  it('should decode what a phone has recorded, send it as WAV, and forget it then', async () => {
    const memo = upload(MEMO)

    await memo.run()

    expect(sent).toEqual([{ body: DECODED, type: 'audio/wav' }])
    expect(memo.state.get()).toEqual({ kind: 'sent' })
    expect(forgotten).toBe(1)
  })

  it('should send a WAV file as it is', async () => {
    await upload(WAV).run()

    expect(decodings).toEqual([])
    expect(sent).toEqual([{ body: WAV, type: 'audio/wav' }])
  })

  it('should send several as one recording, in their order', async () => {
    await upload(WAV, MEMO).run()

    expect(decodings).toEqual([[WAV, MEMO]])
    expect(sent).toEqual([{ body: DECODED, type: 'audio/wav' }])
  })

  it('should leave to the gateway what this browser cannot decode', async () => {
    decoding = new Unreadable(MEMO.name)

    await upload(MEMO).run()

    expect(sent).toEqual([{ body: MEMO, type: 'audio/mp4' }])
  })

  it('should name the one of several that cannot be decoded, and keep all', async () => {
    decoding = new Unreadable(MEMO.name)
    const both = upload(WAV, MEMO)

    await both.run()

    expect(both.state.get()).toEqual({ kind: 'unreadable', file: 'New Recording 7.m4a' })
    expect(forgotten).toBe(0)
  })

  it.each([new ProblemError(UNREACHABLE), problem('service-busy', 503), problem('sign-in', 401)])(
    'should try again what may be taken later, without decoding again: %s',
    async (refusal) => {
      refusals = [refusal]
      const memo = upload(MEMO)
      await memo.run()
      expect(memo.state.get().kind).toBe('waiting')
      expect(forgotten).toBe(0)

      retries[0]?.()
      await new Promise((resolve) => setTimeout(resolve))

      expect(memo.state.get()).toEqual({ kind: 'sent' })
      expect(decodings).toHaveLength(1)
      expect(sent).toHaveLength(2)
    },
  )

  it('should know that all of it has arrived when only the answer was lost', async () => {
    refusals = [new ProblemError(UNREACHABLE), problem('recording-ended', 409)]
    const memo = upload(MEMO)
    await memo.run()

    retries[0]?.()
    await new Promise((resolve) => setTimeout(resolve))

    expect(memo.state.get()).toEqual({ kind: 'sent' })
  })

  it('should say why it is refused for good, and keep it', async () => {
    refusals = [problem('unsupported-audio', 415)]
    const memo = upload(MEMO)

    await memo.run()

    expect(memo.state.get().kind).toBe('refused')
    expect(retries).toEqual([])
    expect(forgotten).toBe(0)
  })
})

describe('isWav', () => {
  it.each(['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'])(
    'should know %s',
    (type) => {
      expect(isWav({ type, name: 'a' })).toBe(true)
    },
  )

  it('should not take another file for one', () => {
    expect(isWav({ type: 'audio/mp4', name: 'wav.m4a' })).toBe(false)
  })
})
