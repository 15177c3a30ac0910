const TAG_HEAD = 10
const MOST_LOOKED_AT = 200

/** Whether the encoder has written into the first frame how many there are. */
export async function saysItsLength(mp3: Blob): Promise<boolean> {
  let begin = 0
  for (;;) {
    const head = await bytesOf(mp3, begin, TAG_HEAD)
    if (String.fromCharCode(...head.subarray(0, 3)) !== 'ID3') break
    begin += TAG_HEAD + head.subarray(6).reduce((size, byte) => size * 128 + (byte & 127), 0)
  }
  const first = String.fromCharCode(...(await bytesOf(mp3, begin, MOST_LOOKED_AT)))
  return /Xing|Info|VBRI/.test(first)
}

async function bytesOf(file: Blob, begin: number, count: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(begin, begin + count).arrayBuffer())
}
