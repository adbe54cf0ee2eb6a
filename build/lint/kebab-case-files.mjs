import path from 'node:path';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/**
 * Says whether a file name is lower-case words joined by hyphens; dots separate suffixes (`money.test.ts`).
 * @param {string} fileName
 * @returns {boolean}
 */
export function isKebabCase(fileName) {
  return kebabCase.test(path.basename(fileName));
}

/**
 * ESLint rule: file names are kebab-case, so that a name means one thing on every file system, whether or not it
 * tells upper from lower case.
 * @type {import('eslint').Rule.RuleModule}
 */
export const kebabCaseFiles = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { notKebabCase: "Name the file in kebab-case, like 'payment-link.ts': '{{name}}' is not." },
  },
  create(context) {
    const name = path.basename(context.filename);
    return {
      Program(node) {
        if (!isKebabCase(name)) {
          context.report({ node, messageId: 'notKebabCase', data: { name } });
        }
      },
    };
  },
};
