import type { Page } from '@playwright/test';

/** Reports what should not happen in a page: errors on its console (violations of the security policy among them), thrown errors, a crash. */
export function watchPage(page: Page, report: (problem: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`thrown: ${error.message}`));
  page.on('crash', () => report('the page crashed'));
}
