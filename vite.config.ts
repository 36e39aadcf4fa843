import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Nothing inline runs: no 'unsafe-inline' anywhere, so no style attributes either. Kit adds a nonce to what it writes itself.
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'frame-src': ['self', 'blob:'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['self'],
        },
      },
      // The styles of a page are small: they travel inside it, so that a slow network needs one answer to show it.
      inlineStyleThreshold: 16_384,
      // `refuseForeignWrites` in hooks.server.ts is stricter (every content type, no protocol guessed behind a proxy).
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
  build: { assetsInlineLimit: 0 },
  // Islands (`src/islands/x.ts?worker&url`): scripts of single pages, built on their own under a hashed name.
  worker: { format: 'es' },
  environments: {
    ssr: {
      build: {
        // Rules and effects stay the files they are: Node runs them, the command line and the workers share them, and what they
        // find beside themselves (migrations, standards, fonts) is where they look for it.
        rolldownOptions: { external: [/^#(?:core|server)\//] },
      },
    },
  },
});
