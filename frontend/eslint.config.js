import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const from = (type) => ({ element: { type } })
const ZOD = { name: 'zod', message: 'import it from @/contracts/zod, which sets it up' }
const to = (...types) => ({ to: { element: { types: { anyOf: types } } } })

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
    rules: {
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
            { from: from('core'), allow: to('core', 'lib', 'contracts') },
            { from: from('feature'), allow: to('feature', 'core', 'ui', 'lib', 'contracts') },
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
