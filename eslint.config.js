import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Arrows between folders, file sizes and names are held by tests/architecture.test.ts; types by the compiler. */
export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'test-results/', 'static/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 26],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-depth': ['error', 4],
      'no-console': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'No barrels.' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // The rule of the plugin knows $props() and $derived().
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // `{' '}` keeps a blank that the formatter would take away.
      'svelte/no-useless-mustaches': 'off',
      // Addresses are plain paths of the product itself; the product has no base path.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['bench/**', 'src/cli/**', 'scripts/**'], rules: { 'no-console': 'off' } },
);
