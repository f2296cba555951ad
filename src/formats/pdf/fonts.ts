// The letters of paper: PDF files are set in them, and print pages are sent them, so that both have as many pages.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A font in the two weights of paper. */
export type PaperFont = {
  /** The letters it is for, as CSS writes them; empty for all that no other font is for. */
  readonly range: string
  /** Where it is installed; throws where it is not. */
  readonly regular: () => string
  readonly bold: () => string
}

/**
 * Every font, the first for German. Vazirmatn, because Noto Sans Arabic draws dots as glyphs of their own, and whoever
 * has the file read aloud would hear letters twice.
 */
export const PAPER_FONTS: readonly PaperFont[] = [
  {
    range: '',
    regular: () => require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  {
    range: 'U+600-6FF, U+750-77F, U+8A0-8FF, U+FB50-FDFF, U+FE70-FEFC',
    regular: () => require.resolve('@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf'),
  },
  {
    range: 'U+591-5F4, U+FB1D-FB4F',
    regular: () =>
      require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'),
  },
  {
    range: 'U+531-58F, U+FB13-FB17',
    regular: () =>
      require.resolve('@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf'),
  },
  {
    range: 'U+10A0-10FF, U+1C90-1CBF, U+2D00-2D2D',
    regular: () =>
      require.resolve('@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/noto-sans-georgian/700Bold/NotoSansGeorgian_700Bold.ttf'),
  },
  {
    range: 'U+1200-1399, U+2D80-2DDE, U+AB01-AB2E',
    regular: () =>
      require.resolve('@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf'),
  },
  {
    range: 'U+B82-BFA',
    regular: () =>
      require.resolve('@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf'),
    bold: () => require.resolve('@expo-google-fonts/noto-sans-tamil/700Bold/NotoSansTamil_700Bold.ttf'),
  },
]
