import { ActionIcon, Group, NativeSelect } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, ScrollRestoration, useNavigate } from 'react-router'

import { SignInAgain } from '@/features/identity/components/SignInAgain'
import { RecordingChip } from '@/features/recording/components/RecordingChip'
import { useRecording } from '@/features/recording/hooks/recordings'
import { chooseLanguage, isLanguage, LANGUAGES } from '@/lib/language'
import { useServices } from '@/lib/services'

import classes from './Shell.module.css'

const ShortcutList = lazy(() => import('./ShortcutList'))

export function Shell() {
  const { t, i18n } = useTranslation()
  const { person, signOut } = useServices()
  const navigate = useNavigate()
  const recording = useRecording()
  const [listed, list] = useDisclosure(false)
  useHotkeys([
    ['n', () => void navigate('/visits/new')],
    ['shift+?', list.toggle],
    ['?', list.toggle],
  ])
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <header className={`${classes.header ?? ''} screen-only`}>
        <Link to="/" className={classes.brand}>
          <img src="/icon.svg" alt="" className={classes.logo} />
          <span>{t('app.name')}</span>
        </Link>
        <RecordingChip />
        <Group gap={0} ml="auto" wrap="nowrap">
          <ActionIcon
            visibleFrom="sm"
            aria-label={t('shortcuts.title')}
            title={t('shortcuts.title')}
            onClick={list.open}
          >
            <IconKeyboard aria-hidden />
          </ActionIcon>
          <NativeSelect
            aria-label={t('app.language')}
            variant="unstyled"
            className={classes.language ?? ''}
            value={i18n.language}
            data={LANGUAGES.map((value) => ({ value, label: t(`languageName.${value}`) }))}
            onChange={(event) => {
              if (isLanguage(event.currentTarget.value)) {
                void chooseLanguage(event.currentTarget.value)
              }
            }}
          />
          <span className={classes.name}>{person.name}</span>
          <ActionIcon
            aria-label={t('app.signOut', { name: person.name })}
            title={t('app.signOut', { name: person.name })}
            onClick={signOut}
          >
            <IconLogout aria-hidden />
          </ActionIcon>
        </Group>
      </header>
      <SignInAgain recording={recording} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
      {listed && (
        <Suspense>
          <ShortcutList onClose={list.close} />
        </Suspense>
      )}
    </div>
  )
}
