import type { SectionCode, ServerFrame } from '@/contracts/socket'
import { Store } from '@/lib/store'

export interface DraftState {
  readonly noteRequestId: string | undefined
  readonly sections: Readonly<Record<SectionCode, string | undefined>>
  readonly failure: { readonly code: string } | undefined
}

const NOTHING: DraftState = { noteRequestId: undefined, sections: {}, failure: undefined }

/** A note as it is being written, piece by piece; a new request begins with an empty page. */
export class DraftInProgress {
  readonly state = new Store<DraftState>(NOTHING)

  receive(frame: ServerFrame): void {
    if (frame.type === 'note-delta') {
      const known = this.state.get()
      const sections = known.noteRequestId === frame.noteRequestId ? known.sections : {}
      this.state.set({
        noteRequestId: frame.noteRequestId,
        sections: { ...sections, [frame.section]: (sections[frame.section] ?? '') + frame.text },
        failure: undefined,
      })
    }
    if (frame.type === 'note') {
      this.state.update({
        failure: frame.outcome === 'failed' ? { code: frame.code ?? 'unknown' } : undefined,
      })
    }
  }
}
