import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const harbor: MantineColorsTuple = [
  '#eef7f8',
  '#d9ecee',
  '#b3d9de',
  '#88c3cb',
  '#5eabb6',
  '#3d95a2',
  '#1f7a88',
  '#17636f',
  '#124e58',
  '#0c3840',
];

const gray: MantineColorsTuple = [
  '#f8f8f6',
  '#f1f1ee',
  '#e7e6e2',
  '#dbdad5',
  '#c6c5bf',
  '#a3a19a',
  '#86847d',
  '#65635d',
  '#46453f',
  '#2b2a27',
];

const dark: MantineColorsTuple = [
  '#e8e8e6',
  '#c9c9c6',
  '#a2a29e',
  '#7c7c78',
  '#3a3b3c',
  '#2f3031',
  '#252627',
  '#191a1b',
  '#121314',
  '#0c0d0d',
];

const sans = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"Helvetica Neue"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(', ');

const mono = 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace';

/** The house's look: one accent, warm greys, the system's own fonts. */
export const theme = createTheme({
  colors: { harbor, gray, dark },
  primaryColor: 'harbor',
  primaryShade: { light: 7, dark: 6 },
  black: '#1d1d1b',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.2rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // In its colour, a yellow alert's title would be too pale to read.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Badge: { styles: { label: { fontWeight: 500, textTransform: 'none' } } },
    Button: { styles: { label: { fontWeight: 500 } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});

/**
 * The surfaces and text colours beyond Mantine's own, as CSS variables. Contrast on the body is
 * at least 4.5 to 1 for every text colour, in both schemes.
 */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: { '--desk-header-height': '3.25rem' },
  light: {
    '--mantine-color-dimmed': gray[7],
    '--mantine-color-placeholder': '#75736c',
    '--desk-surface': gray[0],
    '--desk-surface-strong': gray[1],
    '--desk-border': gray[2],
    '--desk-accent-text': harbor[7],
    '--desk-accent-surface': harbor[0],
    '--desk-mark': '#fdf0b8',
    '--desk-danger-surface': '#fdecea',
    '--desk-danger-text': '#9a281d',
  },
  dark: {
    '--desk-surface': '#202122',
    '--desk-surface-strong': dark[6],
    '--desk-border': '#303132',
    '--desk-accent-text': harbor[3],
    '--desk-accent-surface': '#17292c',
    '--desk-mark': '#5c4d12',
    '--desk-danger-surface': '#3b1f1d',
    '--desk-danger-text': '#f2a8a1',
  },
});
