import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The fonts of charts and PDFs, as files: a report looks the same on every computer. Inter (SIL Open Font License) has
 * Latin, Greek and Cyrillic; DejaVu Sans (its own free licence) steps in for Hebrew, Arabic and signs.
 */
export const fontFiles = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  semiBold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  otherScripts: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  otherScriptsBold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;
