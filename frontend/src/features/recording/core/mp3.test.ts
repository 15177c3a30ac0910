import { describe, expect, it } from 'vitest'

import { saysItsLength } from './mp3'

const FRAME = [0xff, 0xfb, 0x54, 0xc0]
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const file = (...bytes: number[]) => new Blob([new Uint8Array(bytes)])

describe('saysItsLength', () => {
  it('should find the tag of a finished file, also behind a picture', async () => {
    const frame = [...FRAME, ...new Array<number>(32).fill(0), ...letters('Info')]
    const cover = new Array<number>(300).fill(65)

    expect(await saysItsLength(file(...frame))).toBe(true)
    expect(
      await saysItsLength(file(...letters('ID3'), 4, 0, 0, 0, 0, 2, 44, ...cover, ...frame)),
    ).toBe(true)
  })

  it('should not take frames alone for a length', async () => {
    expect(await saysItsLength(file(...FRAME, ...new Array<number>(400).fill(0)))).toBe(false)
    expect(await saysItsLength(file())).toBe(false)
  })
})
