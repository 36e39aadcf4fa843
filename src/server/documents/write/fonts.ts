import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Tinos (OFL): metrics of Times New Roman, all Vietnamese marks. */
export const REGULAR = require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
export const ITALIC = require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf');
export const BOLD = require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf');
export const BOLD_ITALIC = require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf');

export const FONT_FILES = [REGULAR, ITALIC, BOLD, BOLD_ITALIC];
