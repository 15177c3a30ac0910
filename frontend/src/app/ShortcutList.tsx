import { Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const SHORTCUTS = [
  ['n', 'new'],
  ['/', 'search'],
  ['↑ ↓', 'list'],
  ['r', 'record'],
  ['.', 'stop'],
  ['j k', 'statements'],
  ['space', 'play'],
  ['e', 'edit'],
  ['a', 'accept'],
  ['x', 'remove'],
  ['u', 'undo'],
  ['s', 'sign'],
  ['?', 'help'],
] as const

export default function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Table>
        <Table.Tbody>
          {SHORTCUTS.map(([keys, name]) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Kbd>{keys === 'space' ? t('shortcuts.space') : keys}</Kbd>
              </Table.Td>
              <Table.Td>{t(`shortcuts.${name}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <a href="/notices.txt" target="_blank" rel="noreferrer">
        {t('app.notices')}
      </a>
    </Modal>
  )
}
