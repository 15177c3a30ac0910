import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Member } from '@/contracts/access'

/** Who works here, and how many visits are whose; nothing of a patient. */
export function PeopleTable({ people }: { readonly people: readonly Member[] }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('administration.person')}</Table.Th>
            <Table.Th>{t('administration.visits')}</Table.Th>
            <Table.Th>{t('administration.unsigned')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ subject, name, visits, unsigned }) => (
            <Table.Tr key={subject}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{visits}</Table.Td>
              <Table.Td>{unsigned}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
