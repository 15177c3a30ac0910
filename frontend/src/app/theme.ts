import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

import { ACCENT, DARK, FONT, palettes } from './tokens'

/**
 * The library chooses the text on a filled button when it renders, where it knows no scheme: white
 * stood on a light accent in the dark. The palette knows both.
 */
const filled: Record<string, { background: string; color: string; hover: string }> = {
  accent: onGround('accent'),
  red: onGround('danger'),
}

function onGround(ground: 'accent' | 'danger') {
  return {
    background: `var(--ms-${ground})`,
    color: `var(--ms-on-${ground})`,
    hover: `color-mix(in srgb, var(--ms-${ground}), var(--ms-text) 12%)`,
  }
}

const variantColors: VariantColorsResolver = (input) => {
  const own =
    input.variant === 'filled' ? filled[input.color ?? input.theme.primaryColor] : undefined
  const usual = defaultVariantColorsResolver(input)
  return own ? { ...usual, ...own, hoverColor: own.color } : usual
}

const ticked = { iconColor: 'var(--ms-on-accent)' }

export const theme = createTheme({
  colors: {
    accent: ACCENT as unknown as MantineColorsTuple,
    dark: DARK as unknown as MantineColorsTuple,
  },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  fontFamily: FONT,
  fontFamilyMonospace: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Checkbox: { defaultProps: ticked },
    Radio: { defaultProps: { ...ticked, size: 'md' } },
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 'xl', variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        // A dialog's header is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      styles: {
        title: { fontSize: 'var(--ms-text-title)', fontWeight: '650' },
        header: { background: 'var(--ms-surface)' },
        content: { background: 'var(--ms-surface)' },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, openDelay: 300 } },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: named(palettes.constant),
  light: { ...named(palettes.light), ...componentColours(palettes.light) },
  dark: { ...named(palettes.dark), ...componentColours(palettes.dark) },
})

function named(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--ms-${name}`, value]))
}

/** The library's own roles, so that its parts and ours are one. */
function componentColours(palette: (typeof palettes)['light']): Record<string, string> {
  return {
    '--mantine-color-body': palette.canvas,
    '--mantine-color-text': palette.text,
    '--mantine-color-dimmed': palette.muted,
    '--mantine-color-placeholder': palette.muted,
    '--mantine-color-error': palette.danger,
    '--mantine-color-anchor': palette.accent,
    '--mantine-color-default': palette.surface,
    '--mantine-color-default-color': palette.text,
    '--mantine-color-default-border': palette['line-strong'],
    '--mantine-color-default-hover': palette.sunken,
  }
}
