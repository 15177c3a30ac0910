/** A run of samples and where it stands in the recording. */
export interface Frame {
  readonly first: number
  readonly pcm: Int16Array
}

export function endOf(frame: Frame): number {
  return frame.first + frame.pcm.length
}

const HEADER_BYTES = 8

/** 8 bytes big-endian sample index, then PCM16LE, whatever the byte order of this machine. */
export function encodeFrame(frame: Frame): ArrayBuffer {
  const bytes = new ArrayBuffer(HEADER_BYTES + frame.pcm.length * 2)
  const view = new DataView(bytes)
  view.setBigUint64(0, BigInt(frame.first), false)
  frame.pcm.forEach((sample, i) => {
    view.setInt16(HEADER_BYTES + i * 2, sample, true)
  })
  return bytes
}

/** The part of the frame at or after a position; undefined when nothing of it is. */
export function tailFrom(frame: Frame, position: number): Frame | undefined {
  if (position <= frame.first) return frame
  if (position >= endOf(frame)) return undefined
  return { first: position, pcm: frame.pcm.subarray(position - frame.first) }
}

/** The frame so many samples later. */
export function moved(frame: Frame, by: number): Frame {
  return by === 0 ? frame : { ...frame, first: frame.first + by }
}
