import { Checkbox, Group, Radio, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { GIVERS, METHODS, type ConsentDraft } from '../core/consent'

import classes from './Card.module.css'

interface Props {
  readonly wording: string
  readonly consent: ConsentDraft
  readonly onChange: (consent: ConsentDraft) => void
}

/** The patient's agreement: the words, who agreed, and how. Nothing records without it. */
export function ConsentCard({ wording, consent, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <section className={classes.card} aria-labelledby="consent-title">
      <Title order={2} id="consent-title">
        {t('consent.title')}
      </Title>
      <blockquote className={classes.wording}>{wording}</blockquote>
      <Stack>
        <Radio.Group
          label={t('consent.method')}
          value={consent.method}
          onChange={(method) => {
            onChange({ ...consent, method: method as ConsentDraft['method'] })
          }}
        >
          <Group mt="xs">
            {METHODS.map((method) => (
              <Radio key={method} value={method} label={t(`consent.methods.${method}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group
          label={t('consent.givenBy')}
          value={consent.givenBy}
          onChange={(givenBy) => {
            onChange({ ...consent, givenBy: givenBy as ConsentDraft['givenBy'] })
          }}
        >
          <Group mt="xs">
            {GIVERS.map((giver) => (
              <Radio key={giver} value={giver} label={t(`consent.givers.${giver}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Checkbox
          size="md"
          className={classes.agree ?? ''}
          checked={consent.given}
          label={t(`consent.agrees.${consent.givenBy}`)}
          onChange={(event) => {
            onChange({ ...consent, given: event.currentTarget.checked })
          }}
        />
      </Stack>
    </section>
  )
}
