import type { SpeakerRole } from '@/contracts/encounter'

import type { Interim } from '../core/liveTranscript'

import { SpeakerName } from './SpeakerName'

import classes from './SegmentRow.module.css'

interface Props {
  readonly interim: Interim
  readonly roles: Readonly<Record<string, SpeakerRole>>
}

/** The best guess so far; it may still change, so it is grey and cannot be clicked. */
export function InterimLine({ interim, roles }: Props) {
  return (
    <div className={classes.segment}>
      {interim.speaker !== undefined && (
        <div className={classes.head}>
          <SpeakerName speaker={interim.speaker} roles={roles} />
        </div>
      )}
      <p className={classes.interim} data-testid="interim">
        {interim.text}
      </p>
    </div>
  )
}
