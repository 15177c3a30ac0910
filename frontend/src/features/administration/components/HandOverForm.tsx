import { Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Member } from '@/contracts/access'
import { LIMITS } from '@/contracts/limits'

import { useHandOver } from '../api/administration'

const SHORTEST_REASON = 10

/** Gives all visits of one person to another. */
export function HandOverForm({ people }: { readonly people: readonly Member[] }) {
  const { t } = useTranslation()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const handOver = useHandOver()
  const ready = from !== '' && to !== '' && from !== to && reason.trim().length >= SHORTEST_REASON
  const options = (members: readonly Member[]) => [
    { value: '', label: t('administration.choose') },
    ...members.map(({ subject, name }) => ({ value: subject, label: name })),
  ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) handOver.mutate({ from, to, reason: reason.trim() })
      }}
    >
      <Stack align="flex-start">
        <NativeSelect
          label={t('administration.from')}
          data={options(people.filter(({ visits }) => visits > 0))}
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
          }}
        />
        <NativeSelect
          label={t('administration.to')}
          data={options(people.filter(({ clinician }) => clinician))}
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value)
          }}
        />
        <Textarea
          label={t('administration.reason')}
          description={t('administration.reasonHelp')}
          w="100%"
          autosize
          minRows={2}
          maxLength={LIMITS.accessReason}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={handOver.isPending} disabled={!ready}>
          {t('administration.handOver')}
        </Button>
        {handOver.isError && <ProblemNotice error={handOver.error} />}
        {handOver.data && (
          <Text role="status">
            {t('administration.moved', { count: handOver.data.moved })}{' '}
            {handOver.data.left > 0 && t('administration.left', { count: handOver.data.left })}
          </Text>
        )}
      </Stack>
    </form>
  )
}
