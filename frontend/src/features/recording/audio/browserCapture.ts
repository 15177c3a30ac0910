import { CaptureError, type Capture, type CaptureEvents, type Sound } from '../core/session'

import { openContextCapture } from './contextCapture'
import { canCaptureEncoded, EncodedCapture } from './encodedCapture'
import { openMicrophone } from './microphone'

/** Captures the room, or plays the sample visit, by the first way that this browser lets run. */
export async function openCapture(
  sound: Sound,
  first: number,
  port: MessagePort,
  events: CaptureEvents,
): Promise<Capture> {
  if (typeof AudioWorkletNode === 'undefined') throw new CaptureError('unsupported')
  const stream = sound.kind === 'microphone' ? await openMicrophone(sound.deviceId) : undefined
  try {
    const capture = await openContextCapture(stream, first, port, events)
    if (capture) return capture
    if (!stream || !canCaptureEncoded()) throw new CaptureError('silent')
    return new EncodedCapture(stream, first, port, events)
  } catch (error) {
    stream?.getTracks().forEach((track) => {
      track.stop()
    })
    throw error
  }
}
