import { useTranslation } from 'react-i18next'

import type { Encounter, Engine } from '@/contracts/encounter'
import { clock, dateAndTime } from '@/lib/time'

import { coverageOf } from '../core/coverage'

import classes from './TrustStrip.module.css'

interface Props {
  readonly encounter: Encounter
  /** Who wrote the latest draft. */
  readonly drafter: Engine | undefined
}

/** How much of the visit this note can know of, who listened and wrote, and who agreed. */
export function TrustStrip({ encounter, drafter }: Props) {
  const { t, i18n } = useTranslation()
  const { consent, engines } = encounter
  const isWithdrawn = encounter.state === 'withdrawn'
  // What was captured has been deleted; nothing is missing of it.
  const coverage = isWithdrawn ? undefined : coverageOf(encounter)
  return (
    <section className={classes.strip} aria-label={t('trust.title')}>
      <dl className={classes.facts}>
        {coverage && (
          <>
            <Fact
              name={t('trust.captured')}
              value={t('trust.of', {
                percent: coverage.storedPercent,
                part: clock(coverage.stored),
                whole: clock(coverage.recorded),
              })}
              whole={coverage.storedPercent === 100}
            />
            <Fact
              name={t('trust.transcribed')}
              value={t('trust.percent', { percent: coverage.transcribedPercent })}
              whole={coverage.transcribedPercent === 100}
            />
          </>
        )}
        {engines?.transcription && (
          <Fact name={t('trust.speech')} value={engines.transcription.name} whole />
        )}
        {drafter && <Fact name={t('trust.drafted')} value={drafter.name} whole />}
        {consent && (
          <Fact
            name={t('trust.consent')}
            value={t(isWithdrawn ? 'trust.withdrawnValue' : 'trust.consentValue', {
              method: t(`consent.methods.${consent.method}`),
              time: dateAndTime(consent.recordedAt, i18n.language),
            })}
            whole
          />
        )}
      </dl>
      {coverage && coverage.gaps.length > 0 && (
        <details className={classes.gaps} open>
          <summary>{t('trust.gaps', { count: coverage.gaps.length })}</summary>
          <ul>
            {coverage.gaps.map((gap) => (
              <li key={`${gap.kind}${String(gap.start)}`}>
                {t(`trust.${gap.kind}`, { from: clock(gap.start), to: clock(gap.end) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Fact(props: { readonly name: string; readonly value: string; readonly whole: boolean }) {
  return (
    <div className={classes.fact} data-whole={props.whole}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
