import { inflateRawSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { docxOf } from './docx'

/** The part of a zip file with this name. */
function partOf(zip: Buffer, name: string): string {
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const packed = zip.readUInt32LE(at + 18)
    const nameLength = zip.readUInt16LE(at + 26)
    const begin = at + 30 + nameLength + zip.readUInt16LE(at + 28)
    const content = zip.subarray(begin, begin + packed)
    if (zip.toString('utf8', at + 30, at + 30 + nameLength) === name) {
      return (zip.readUInt16LE(at + 8) === 0 ? content : inflateRawSync(content)).toString('utf8')
    }
    at = begin + packed
  }
  throw new Error(`no ${name}`)
}

describe('a note for a word processor', () => {
  it('should hold all of it, and what is to be checked', async () => {
    const note = {
      warnings: ['Not signed'],
      parts: [
        { title: 'Plan', items: [{ text: 'Rest & <drink>', caution: 'not backed' }] },
        { title: 'Subjetivo', items: [{ text: 'Le duele la cabeza; اسمه محمد' }] },
      ],
    }

    const file = await docxOf(note, { title: 'SOAP note', lines: ['Ana'], language: 'en' })

    const text = partOf(Buffer.from(await file.arrayBuffer()), 'word/document.xml')
    for (const said of [
      'SOAP note',
      'Not signed',
      'Ana',
      'Rest &amp; &lt;drink&gt;',
      ' (not backed)',
      'اسمه محمد',
    ]) {
      expect(text).toContain(said)
    }
  })
})
