import type { Level } from '../core/framer'
import type { BeginOrder } from '../core/session'
import type { SpooledRecording } from '../core/spool'
import type { UplinkStatus } from '../core/uplink'

/** From the page to the audio thread. */
export type ToWorklet =
  | { readonly type: 'deliver-to'; readonly port: MessagePort }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'end' }

/** From the audio thread to the page. */
export type FromWorklet =
  | { readonly type: 'level'; readonly level: Level; readonly position: number }
  | { readonly type: 'flushed'; readonly position: number }
  | { readonly type: 'ended' }

/** From the audio thread to the worker that keeps and sends. */
export type ToRecorder =
  | { readonly type: 'frame'; readonly first: number; readonly pcm: Int16Array }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'ended' }

/** From the page to the worker. */
export type ToWorker =
  | {
      readonly type: 'begin'
      readonly order: BeginOrder
      readonly socketUrl: string
      readonly port: MessagePort
    }
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
