/**
 * Every colour, size and duration of the page. Style sheets read them as `--ms-...`; the component
 * library gets them by its theme. No other file holds a literal of either kind.
 */
export const FONT = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif"

/** From the lightest to the darkest; the library picks by index. */
export const ACCENT = [
  '#e6f4f7',
  '#cbe6ec',
  '#9fd2de',
  '#72bdce',
  '#54afc3',
  '#3a9cb3',
  '#1f7f96',
  '#0b6478',
  '#085263',
  '#06404d',
] as const

/** The library's own dark greys, from text to the deepest ground. */
export const DARK = [
  '#dfe7ec',
  '#b7c4cd',
  '#97a7b2',
  '#70808c',
  '#3c4a55',
  '#2a3640',
  '#1f2a33',
  '#172027',
  '#11181d',
  '#0c1115',
] as const

const light = {
  canvas: '#f4f7f8',
  surface: '#ffffff',
  sunken: '#eaf0f2',
  text: '#16212b',
  muted: '#4c5b68',
  line: '#cfd9df',
  'line-strong': '#7c8c98',
  accent: '#0b6478',
  'accent-soft': '#e1f1f4',
  quote: '#a9d8e2',
  'on-accent': '#ffffff',
  ok: '#1c6638',
  'ok-soft': '#e4f3e9',
  warn: '#7d4a00',
  'warn-soft': '#fdf1dc',
  danger: '#a3211b',
  'danger-soft': '#fcebe9',
  'on-danger': '#ffffff',
  added: '#d9f0e1',
  removed: '#fadedb',
  shadow: '0 1px 2px rgb(22 33 43 / 8%)',
  'shadow-raised': '0 8px 24px rgb(22 33 43 / 16%)',
}

const dark: typeof light = {
  canvas: '#11181d',
  surface: '#172027',
  sunken: '#1f2a33',
  text: '#e6edf1',
  muted: '#a6b4be',
  line: '#33414b',
  'line-strong': '#70808c',
  accent: '#72bdce',
  'accent-soft': '#15343d',
  quote: '#1f5968',
  'on-accent': '#08191e',
  ok: '#7ccb97',
  'ok-soft': '#15301f',
  warn: '#f0b55c',
  'warn-soft': '#38280f',
  danger: '#f59a92',
  'danger-soft': '#3d1a18',
  'on-danger': '#2a0907',
  added: '#174229',
  removed: '#532320',
  shadow: '0 1px 2px rgb(0 0 0 / 40%)',
  'shadow-raised': '0 8px 24px rgb(0 0 0 / 55%)',
}

const constant = {
  font: FONT,
  /** The 4 px grid. */
  s1: '0.25rem',
  s2: '0.5rem',
  s3: '0.75rem',
  s4: '1rem',
  s5: '1.25rem',
  s6: '1.5rem',
  s8: '2rem',
  s12: '3rem',
  hair: '1px',
  mark: '2px',
  thumb: '2.75rem',
  radius: '0.5rem',
  'radius-small': '0.25rem',
  'text-small': '0.875rem',
  'text-body': '1rem',
  'text-lead': '1.125rem',
  'text-title': '1.5rem',
  'text-clock': '1.75rem',
  measure: '44rem',
  page: '84rem',
  field: '28rem',
  pane: '24rem',
  header: '3.5rem',
  motion: '120ms',
}

export const palettes = { light, dark, constant }
