import type { CaptureOrder } from '../core/frameSource'
import type { Level } from '../core/framer'
import type { BeginOrder, Missed } from '../core/session'
import type { SpooledRecording } from '../core/spool'
import type { UplinkStatus } from '../core/uplink'

/** From the page to the audio thread. */
export type ToWorklet =
  { readonly type: 'deliver-to'; readonly port: MessagePort } | { readonly type: CaptureOrder }

/** From the page to the worker that decodes what the browser's own recorder has encoded. */
export type ToDecoder =
  | { readonly type: 'deliver-to'; readonly port: MessagePort; readonly first: number }
  | { readonly type: 'piece'; readonly piece: ArrayBuffer }
  /** A file ends, which all pieces since the one before make together. */
  | { readonly type: 'run-over' }
  | { readonly type: CaptureOrder }

/** From the audio thread to the page. */
export type FromWorklet =
  | { readonly type: 'level'; readonly level: Level; readonly position: number }
  | { readonly type: 'ended' }

/** From where sound is captured to the worker that keeps and sends; `at` by the date. */
export type ToRecorder =
  | {
      readonly type: 'frame'
      readonly pcm: Int16Array
      readonly at: number
    }
  | { readonly type: 'paused'; readonly at: number }
  | { readonly type: 'resumed'; readonly at: number }
  | { readonly type: 'ended'; readonly at: number }

/** From the page to the worker. */
export type ToWorker =
  | {
      readonly type: 'begin'
      readonly order: BeginOrder
      readonly person: string
      readonly socketUrl: string
    }
  /** Sound comes from here from now on. */
  | { readonly type: 'listen'; readonly port: MessagePort }
  | { readonly type: 'token'; readonly token: string | undefined }
  | { readonly type: 'end' }
  | { readonly type: 'close' }

/** From the worker to the page. */
export type FromWorker =
  | { readonly type: 'begun'; readonly recording: SpooledRecording }
  | { readonly type: 'failed' }
  | { readonly type: 'token-needed' }
  | { readonly type: 'status'; readonly status: UplinkStatus }
  | { readonly type: 'device-full'; readonly waitingFrames: number }
  /** For so long nothing has been captured that should have been. */
  | { readonly type: 'still'; readonly forMs: number }
  | { readonly type: 'missed'; readonly gap: Missed }
