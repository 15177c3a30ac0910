import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { PasswordSignIn } from '@/lib/identity'

import { PasswordForm } from './PasswordForm'

interface Props {
  readonly signIn: PasswordSignIn
  readonly name: string
  readonly onSignedIn: () => void
  readonly onClose: () => void
}

/** The password in place, so that nothing of the page is left. */
export default function PasswordDialog({ signIn, name, onSignedIn, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      title={t('signIn.again')}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <PasswordForm signIn={signIn} name={name} onSignedIn={onSignedIn} />
    </Modal>
  )
}
