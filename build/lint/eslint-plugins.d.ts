// These plugins bring no types of their own. Only the parts used in eslint.config.mjs are described.
declare module 'eslint-plugin-jsx-a11y' {
  import type { Linter } from 'eslint';

  const plugin: { readonly flatConfigs: { readonly strict: Linter.Config } };
  export default plugin;
}

declare module 'eslint-plugin-security' {
  import type { Linter } from 'eslint';

  const plugin: { readonly configs: { readonly recommended: Linter.Config } };
  export default plugin;
}
