import { createBrowserRouter } from 'react-router'

import { Broken } from './Broken'
import { Shell } from './Shell'

/** One chunk for each screen. */
export function pageRouter() {
  return createBrowserRouter([
    {
      path: '/',
      Component: Shell,
      HydrateFallback: () => null,
      ErrorBoundary: Broken,
      children: [
        {
          ErrorBoundary: Broken,
          children: [
            { index: true, lazy: () => import('./routes/TodayRoute') },
            { path: 'visits/new', lazy: () => import('./routes/NewVisitRoute') },
            { path: 'visits/:id', lazy: () => import('./routes/VisitRoute') },
            { path: 'visits/:id/note', lazy: () => import('./routes/NoteRoute') },
            { path: 'emergency', lazy: () => import('./routes/EmergencyRoute') },
            { path: 'audit', lazy: () => import('./routes/AuditRoute') },
            { path: '*', Component: Broken },
          ],
        },
      ],
    },
  ])
}
