import { Alert, Text } from '@mantine/core'
import { IconShieldX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Mismatch } from '@/contracts/note'

/** Says that the record was changed behind the service; on paper too. */
export function RecordMismatch({ mismatch }: { readonly mismatch: Mismatch }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" role="alert" icon={<IconShieldX aria-hidden />}>
      <Text fw={600}>{t('mismatch.sentence')}</Text>
      <details className="screen-only">
        <summary>{t('problem.details')}</summary>
        {mismatch.findings.map(({ part, where, fault }) => (
          <Text key={`${part} ${where} ${fault}`} size="sm">
            {part} · {fault} · {where}
          </Text>
        ))}
      </details>
    </Alert>
  )
}
