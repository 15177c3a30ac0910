import { CaptureError, type CaptureEvents, type CaptureTrouble } from '../core/session'

export async function openMicrophone(deviceId: string | undefined): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
        channelCount: 1,
        // Two people in a room, heard by one recogniser: what cleans up a call would cut one away.
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: true,
      },
    })
  } catch (error) {
    throw new CaptureError(troubleOf(error))
  }
}

function troubleOf(error: unknown): CaptureTrouble {
  if (!(error instanceof DOMException)) return 'failed'
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
      return 'busy'
    default:
      return 'failed'
  }
}

/** Tells of an input that is taken away, for good or for a call; its name. */
export function watchTrack(stream: MediaStream, events: CaptureEvents): string {
  const [track] = stream.getAudioTracks()
  track?.addEventListener('ended', () => {
    events.onLost()
  })
  track?.addEventListener('mute', () => {
    events.onTaken()
  })
  track?.addEventListener('unmute', () => {
    events.onReturned()
  })
  return track?.label ?? ''
}
