import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const from = (type) => ({ element: { type } })
const ZOD = { name: 'zod', message: 'import it from @/contracts/zod, which sets it up' }
const to = (...types) => ({ to: { element: { types: { anyOf: types } } } })

/** The features, and the others that each may know. A new line here is a decision. */
const FEATURES = {
  administration: [],
  emergency: [],
  encounters: [],
  files: ['encounters', 'recording'],
  identity: [],
  note: [],
  recording: ['encounters'],
  transcript: [],
}
const within = (type, targets) =>
  Object.entries(FEATURES).map(([feature, known]) => ({
    from: { element: { type, captured: { feature } } },
    allow: {
      to: { element: { types: { anyOf: targets }, captured: { feature: [feature, ...known] } } },
    },
  }))

export default tseslint.config(
  { ignores: ['dist', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/elements': [
        { type: 'core', pattern: 'src/features/*/core', capture: ['feature'] },
        { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
        { type: 'app', pattern: 'src/app' },
        { type: 'ui', pattern: 'src/components/ui' },
        { type: 'contracts', pattern: 'src/contracts' },
        { type: 'lib', pattern: 'src/lib' },
        { type: 'testing', pattern: 'src/testing' },
      ],
    },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // What nobody waits for fails without a word: it is said by void, or it is a fault.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.*', 'src/main.tsx'],
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { from: from('contracts'), allow: to('contracts') },
            { from: from('lib'), allow: to('lib', 'contracts') },
            { from: from('ui'), allow: to('ui', 'lib', 'contracts') },
            { from: from('core'), allow: to('lib', 'contracts') },
            ...within('core', ['core']),
            { from: from('feature'), allow: to('ui', 'lib', 'contracts') },
            ...within('feature', ['feature', 'core']),
            { from: from('app'), allow: to('app', 'feature', 'core', 'ui', 'lib', 'contracts') },
            {
              from: from('testing'),
              allow: to('testing', 'feature', 'core', 'lib', 'contracts'),
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/contracts/zod.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ZOD] }] },
  },
  {
    files: ['src/features/*/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [ZOD],
          patterns: [
            {
              group: ['react', 'react-*', '@mantine/*', '@tanstack/*'],
              message: 'core knows no React',
            },
          ],
        },
      ],
    },
  },
)
