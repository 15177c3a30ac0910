import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Level } from '../core/framer'
import type { Readable } from '@/lib/store'

import classes from './Waveform.module.css'

const BARS = 48

interface Props {
  readonly level: Readable<Level>
}

/**
 * The last five seconds of sound. Drawn past React: ten times a second is too often to render, and
 * not worth an animation frame loop.
 */
export function Waveform({ level }: Props) {
  const { t } = useTranslation()
  const bars = useRef<SVGGElement>(null)

  useEffect(() => {
    const heights = new Array<number>(BARS).fill(0)
    return level.subscribe(() => {
      heights.push(loudness(level.get()))
      heights.shift()
      const rects = bars.current?.children ?? []
      heights.forEach((height, i) => {
        rects[i]?.setAttribute('height', String(1 + height * 30))
        rects[i]?.setAttribute('y', String(15.5 - height * 15))
      })
    })
  }, [level])

  return (
    <svg
      className={classes.wave}
      viewBox={`0 0 ${String(BARS * 3)} 32`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('recording.level')}
    >
      <g ref={bars}>
        {Array.from({ length: BARS }, (_, i) => (
          <rect key={i} x={i * 3} y={15.5} width={2} height={1} rx={1} />
        ))}
      </g>
    </svg>
  )
}

/** Decibels from a still room to full scale, since ears hear that way. */
function loudness({ rms }: Level): number {
  const decibels = 20 * Math.log10(Math.max(rms, 1e-6))
  return Math.min(1, Math.max(0, (decibels + 60) / 50))
}
