import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/', '.commonwatt*/', 'client/src/openapi.ts'] },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-globals': ['error', { name: 'event', message: 'name the variable' }],
    },
  },
  {
    // Every endorser must compute the same bytes: nothing in the chaincode may depend on the machine it runs on.
    files: ['chaincode/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Intl',
        'Date',
        'process',
        'performance',
        'setTimeout',
        'setInterval',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { property: 'toLocaleString' },
        { property: 'localeCompare' },
      ],
    },
  },
  {
    // mocha's describe and it return promises that nobody awaits; chai-free assertions read as statements.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['test/network/trivial-chaincode/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { Buffer: 'readonly' } },
  },
  prettier,
);
