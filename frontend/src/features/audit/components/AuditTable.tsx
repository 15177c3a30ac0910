import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { AuditEntry } from '@/contracts/audit'
import { dateAndTime } from '@/lib/time'

const isEmergency = ({ action }: AuditEntry) => action === 'emergency-access'

/** Who did what when; a refusal stands out, and an emergency more. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t, i18n } = useTranslation()
  const word = (action: string) =>
    i18n.exists(`audit.action.${action}`) ? t(`audit.action.${action}` as 'audit.person') : action
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.person')}</Table.Th>
            <Table.Th>{t('audit.what')}</Table.Th>
            <Table.Th>{t('audit.visit')}</Table.Th>
            <Table.Th>{t('audit.detail')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr
              key={entry.number}
              fw={entry.action === 'refused' || isEmergency(entry) ? 700 : undefined}
              {...(isEmergency(entry) && { c: 'var(--ms-danger)' })}
            >
              <Table.Td>{dateAndTime(entry.at, i18n.language)}</Table.Td>
              <Table.Td>{entry.actor}</Table.Td>
              <Table.Td>{word(entry.action)}</Table.Td>
              <Table.Td>{entry.encounterId}</Table.Td>
              <Table.Td>{entry.detail}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
