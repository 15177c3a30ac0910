import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Encounter } from '@/contracts/encounter'

import { useConsent } from '../api/encounters'

interface Props {
  readonly encounter: Encounter
}

/** Stops the recording and deletes it, here and everywhere. */
export function WithdrawConsent({ encounter }: Props) {
  const { t } = useTranslation()
  const [opened, dialog] = useDisclosure(false)
  const withdraw = useConsent()

  async function go() {
    await withdraw.mutateAsync({
      id: encounter.id,
      consent: {
        decision: 'withdrawn',
        method: 'spoken',
        givenBy: encounter.consent?.givenBy ?? 'patient',
      },
    })
    dialog.close()
  }

  return (
    <>
      <Button variant="subtle" color="red" size="sm" className="screen-only" onClick={dialog.open}>
        {t('withdraw.action')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={t('withdraw.title')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Text mb="md">{t('withdraw.text')}</Text>
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <Group mt="md">
          <Button
            color="red"
            loading={withdraw.isPending}
            onClick={() => {
              go().catch(() => undefined)
            }}
          >
            {t('withdraw.confirm')}
          </Button>
          <Button variant="default" data-autofocus onClick={dialog.close}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
